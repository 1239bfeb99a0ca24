-- Files that people take out of the house, in parts; kept for an hour (api 9.6, 9.9, 9.17). Those of staff stand under the
-- platform's own id, as its runs do.

create table app.export_file (
    client_id uuid not null,
    id uuid not null,
    name text not null,
    format text not null constraint ck_export_file_format check (format in ('csv', 'xlsx')),
    least_role text not null constraint ck_export_file_least_role
        check (least_role in ('viewer', 'member', 'admin', 'owner', 'platform_admin')),
    created_at timestamptz not null,
    expires_at timestamptz,
    row_version int not null default 0,
    primary key (client_id, id)
);
create index ix_export_file_old on app.export_file (created_at);

create table app.export_part (
    client_id uuid not null,
    export_id uuid not null,
    number int not null constraint ck_export_part_number check (number >= 0),
    content bytea not null,
    row_version int not null default 0,
    primary key (client_id, export_id, number),
    foreign key (client_id, export_id) references app.export_file (client_id, id) on delete cascade
);

insert into app.flow_definition (flow, enabled, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('lead_export', true, null, 2, 20, 100, 3600, 3, '{10,60,300}', 100),
    ('report_export', true, null, 2, 20, 100, 3600, 3, '{10,60,300}', 100),
    ('record_export', true, null, 2, 20, 100, 3600, 3, '{10,60,300}', 100);
