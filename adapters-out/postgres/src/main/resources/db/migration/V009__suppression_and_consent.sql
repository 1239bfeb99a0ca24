-- Who may not be contacted, and who agreed to be. Data model 5.11. The foreign key of consent to lead follows with lead.

create table app.consent (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid,
    person_ref text not null,
    channel text not null constraint ck_consent_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    basis text not null constraint ck_consent_basis check (basis in
        ('express', 'existing_relationship', 'conspicuous_publication', 'declared')),
    evidence jsonb not null default '{}',
    obtained_at timestamptz not null,
    expires_at timestamptz,
    recorded_by text not null,
    created_at timestamptz not null default now(),
    primary key (client_id, id)
);
create index ix_consent_person on app.consent (client_id, person_ref, channel);
create index ix_consent_lead on app.consent (client_id, lead_id, channel) where lead_id is not null;

create table app.suppression (
    client_id uuid not null,
    id uuid not null,
    kind text not null constraint ck_suppression_kind check (kind in ('person', 'email', 'phone', 'linkedin', 'domain', 'company')),
    value_key text not null,
    reason text not null constraint ck_suppression_reason check (reason in
        ('legal', 'complained', 'unsubscribed', 'spam_trap', 'do_not_contact', 'wrong_person', 'existing_customer',
         'competitor', 'past_customer', 'not_interested', 'bounced', 'other')),
    source text not null constraint ck_suppression_source check (source in
        ('crm_import', 'csv_import', 'manual', 'bounce', 'unsubscribe', 'sms_keyword', 'voice_call', 'linkedin', 'reply', 'platform')),
    group_id uuid not null,
    customer_id uuid,
    note text,
    expires_at timestamptz,
    superseded_at timestamptz,
    superseded_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, id),
    foreign key (client_id, superseded_by) references app.consent (client_id, id)
);
create unique index uq_suppression_value on app.suppression (client_id, kind, value_key)
    where deleted_at is null and superseded_at is null;
create index ix_suppression_group on app.suppression (client_id, group_id);
