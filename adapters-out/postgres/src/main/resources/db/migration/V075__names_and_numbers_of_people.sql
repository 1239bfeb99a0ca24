-- Under which names vendors know a client's leads, and what is known of a number as such (outreach 6.3, 15).

create table app.contact_ref (
    client_id uuid not null,
    channel text not null constraint ck_contact_ref_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    ref text not null,
    lead_id uuid not null,
    seen_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, channel, ref),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_contact_ref_lead on app.contact_ref (client_id, lead_id);

-- What is known holds for one address only: of a new number of the same lead nothing is known.
alter table app.lead_channel add column address text;

-- Who opts out by text is known by the number alone, whoever has the person (outreach 6.2).
create index ix_pool_person_phone on pool.pool_person (phone_e164) where phone_e164 is not null;
