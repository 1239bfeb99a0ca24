-- The keys that data is sealed with, each wrapped by a master key. The platform's own has the nil client. API 7.
create table app.data_key (
    id uuid primary key,
    client_id uuid not null,
    wrapped text not null,
    wrapped_by text not null,
    retired_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create unique index ux_data_key_sealing on app.data_key (client_id) where retired_at is null;
create index ix_data_key_master on app.data_key (wrapped_by, id);

-- Until now one key of the installation sealed everything; a signing key is made anew when it is needed.
delete from app.signing_key;

-- What a retired key sealed is sealed anew; by then every process has heard of the new key.
insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('key_renewal', true, '0 15 2 * * *', 43200, 1, 1, 500, 3600, 3, '{60,300,900}', 40);
