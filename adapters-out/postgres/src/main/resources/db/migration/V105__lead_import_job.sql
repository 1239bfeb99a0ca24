-- A file of leads is answered with a job: kept until the job has read it (api 1.7, 9.6).

create table app.import_file (
    client_id uuid not null references app.client (client_id),
    id uuid not null,
    content bytea not null,
    created_at timestamptz not null,
    primary key (client_id, id)
);
