-- Data model 7. Hash partitions once; range partitions for the running period and three ahead, the daily job makes more.

select app.create_hash_partitions(parent, 16)
from unnest(array['pool.pool_company', 'pool.pool_person', 'pool.pool_identity', 'pool.pool_employment', 'pool.pool_claim',
    'app.platform_suppression', 'app.message_ref', 'app.webhook_inbox']::regclass[]) as parent;

-- The one list of range-partitioned tables. Callable by the maintenance and platform roles; it runs as the owner,
-- because only the owner may add partitions.
create function app.create_partitions_ahead(today date) returns int
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select coalesce(sum(app.create_range_partitions(range.parent, range.unit, today, 4)), 0)::int
        from (values
            ('app.activity'::regclass, 'month'),
            ('app.touch'::regclass, 'month'),
            ('app.message'::regclass, 'month'),
            ('app.audit_log'::regclass, 'month'),
            ('app.gate_check'::regclass, 'month'),
            ('app.vendor_call'::regclass, 'month'),
            ('pool.pool_claim_event'::regclass, 'month'),
            ('app.outbox_event'::regclass, 'day')) as range (parent, unit);
    end;
revoke execute on function app.create_partitions_ahead(date) from public;

select app.create_partitions_ahead(current_date);
