-- Post: where a lead is written to, and what a client's letters leave by (outreach 12). Whether it posts at all, and its budget,
-- stand in client_setting.
alter table app.lead_profile add column postal_line2 text;
alter table app.lead_profile add column postal_checked_at timestamptz;
alter table app.lead_profile add column postal_confirmed boolean not null default false;

create table app.post_account (
    client_id uuid not null primary key references app.client (client_id),
    line1 text,
    line2 text,
    suburb text,
    state text constraint ck_post_account_state check (state in
        ('nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'nt', 'act')),
    postcode text,
    letter_cents int not null constraint ck_post_account_letter_cents check (letter_cents > 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
