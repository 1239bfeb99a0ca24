-- Leads that a client rejected, with the facts for which they were given: negative examples of its ICP. Scoring B12.
-- Append-only: a rejection is not taken back, the person may be somebody else's by then.

create table app.lead_veto (
    client_id uuid not null,
    lead_id uuid not null,
    reason text not null constraint ck_lead_veto_reason check (reason in
        ('wrong_industry', 'wrong_size', 'wrong_role', 'wrong_place', 'other')),
    note text constraint ck_lead_veto_note_length check (length(note) between 1 and 500),
    title text,
    seniority text not null constraint ck_lead_veto_seniority check (seniority in
        ('owner', 'founder', 'c_suite', 'partner', 'vp', 'head', 'director', 'manager', 'senior', 'entry', 'intern', 'unknown')),
    industry text,
    employee_count int,
    country char(2),
    vetoed_by uuid,
    vetoed_at timestamptz not null,
    created_at timestamptz not null default now(),
    primary key (client_id, lead_id),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_lead_veto_at on app.lead_veto (client_id, vetoed_at);
