-- Who the leads of a removed client were, by the pool's record alone: their links lie in mailboxes for ever. Outreach 8.6.

create table app.former_lead (
    removed_lead uuid primary key,
    pool_person_id uuid not null,
    created_at timestamptz not null default now()
);
