-- What people may ask of whoever holds data about them: to see all of it, or that it is erased. API 9.14, data model 5.13.

create table app.privacy_request (
    client_id uuid not null,
    id uuid not null,
    kind text not null constraint ck_privacy_request_kind check (kind in ('access', 'erase')),
    status text not null constraint ck_privacy_request_status check (status in ('open', 'done')),
    subject_ciphertext text,
    lead_ids uuid[] not null default '{}',
    row_counts jsonb not null default '{}',
    requested_by uuid not null,
    due_at timestamptz not null,
    finished_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id)
);
create index ix_privacy_request_created on app.privacy_request (client_id, created_at desc, id desc);

-- An erased lead stays as a row, so that what was counted stays counted, but nobody can be found by it.
alter table app.lead add column erased_at timestamptz;
alter table app.lead drop constraint ck_lead_identity;
alter table app.lead add constraint ck_lead_identity
    check (erased_at is not null or num_nonnulls(email_key, linkedin_key, phone_e164, pool_person_id) >= 1);

insert into app.flow_definition (flow, enabled, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('privacy_request', true, 43200, 1, 4, 1, 3600, 5, '{60,300,900}', 30);
