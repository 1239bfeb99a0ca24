-- The platform's own accounts at vendors, one a vendor; all keys of one are sealed together. Api 9.13, data model 5.12.

create table app.platform_integration (
    vendor text primary key,
    account_ref text not null,
    account_label text,
    settings jsonb not null default '{}',
    keys_ciphertext text not null,
    status text not null default 'connected' constraint ck_platform_integration_status
        check (status in ('connected', 'needs_attention', 'error')),
    last_ok_at timestamptz,
    last_error text,
    last_error_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
