-- Hooks of ours that a vendor is still to take away after a client left it; its keys are one client_secret (api 9.13, 10.1).
create table app.hook_removal (
    client_id uuid not null,
    vendor text not null,
    account_ref text not null,
    account_label text,
    settings jsonb not null default '{}',
    secret_id uuid not null,
    retried int not null default 0 constraint ck_hook_removal_retried check (retried >= 0),
    due_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, vendor, account_ref),
    foreign key (client_id, secret_id) references app.client_secret (client_id, id)
);
create index ix_hook_removal_due on app.hook_removal (due_at);
