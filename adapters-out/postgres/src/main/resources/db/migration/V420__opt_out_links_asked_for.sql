-- Addresses for which somebody asked for a fresh opt-out link; each is forgotten after a day. API 9.1.

create table app.opt_out_wish (
    email_key text primary key,
    email text not null,
    asked_at timestamptz not null,
    due_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_opt_out_wish_due on app.opt_out_wish (due_at, email_key) where due_at is not null;
create index ix_opt_out_wish_asked on app.opt_out_wish (asked_at);
