-- When the answers of a client's people were last read, vendor by vendor (outreach 15).

create table app.reply_feed (
    client_id uuid not null,
    vendor text not null,
    channel text not null constraint ck_reply_feed_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    live boolean not null default true,
    known_since timestamptz not null,
    read_at timestamptz,
    held_back_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, vendor)
);
