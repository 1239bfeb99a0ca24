-- What every client pays a month, line by line, and what became of its invoices (api 9.17 revenue). It outlives the clients:
-- whose line it is goes with the client, the account stays. The column has a name of its own, so that a removal leaves the row.
create table app.revenue_entry (
    id uuid primary key,
    account_id uuid not null,
    billed_client uuid,
    at timestamptz not null,
    kind text not null constraint ck_revenue_entry_kind check (kind in
        ('opening', 'started', 'raised', 'lowered', 'past_due', 'paused', 'cancelled', 'invoice_paid', 'invoice_failed')),
    plan_code text not null references app.plan (code)
        constraint ck_revenue_entry_plan_code check (plan_code in ('ignition', 'velocity', 'dominance')),
    monthly_cents bigint not null constraint ck_revenue_entry_monthly check (monthly_cents >= 0),
    change_cents bigint not null,
    amount_cents bigint,
    reference text,
    created_at timestamptz not null default now(),
    constraint ck_revenue_entry_invoice check ((amount_cents is null) = (kind not in ('invoice_paid', 'invoice_failed')))
);
create unique index uq_revenue_entry_reference on app.revenue_entry (reference, kind) where reference is not null;
create index ix_revenue_entry_at on app.revenue_entry (at desc, id desc);
create index ix_revenue_entry_client on app.revenue_entry (billed_client, at desc, id desc);

-- What is booked today is where the ledger begins: nothing is known of the months before.
insert into app.revenue_entry (id, account_id, billed_client, at, kind, plan_code, monthly_cents, change_cents)
select s.id, s.id, s.client_id, now(), 'opening', s.plan_code,
    case when s.status <> 'active' then 0
        else round(100 * case when s.is_founding then p.founding_price_aud else p.price_aud end) end, 0
from (select distinct on (client_id) * from app.subscription order by client_id, status = 'cancelled', created_at desc) s
join app.plan p on p.code = s.plan_code
join app.client c on c.client_id = s.client_id and c.twin_of is null;
