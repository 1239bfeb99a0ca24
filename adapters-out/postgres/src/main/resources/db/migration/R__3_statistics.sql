-- What the planner should believe of a table until it was analysed for the first time. Knowing nothing, it takes every
-- index that begins with client_id for an equally good way to one row, and a plan that is kept (a foreign key's check, a
-- prepared statement) may then read the whole tenant for every row until autovacuum comes by. Told that a table holds
-- few tenants and that other ids and keys name few rows, it takes the index that names the row. Servers before version
-- 18 cannot be told; their first analyse repairs it.

do $$
declare
    t record;
begin
    if to_regproc('pg_catalog.pg_restore_attribute_stats') is null then
        return;
    end if;
    for t in
        select n.nspname::text as schema_name, c.relname::text as table_name, a.attname::text as column_name,
               case when a.attname = 'client_id' then 3
                    when a.attname in ('campaign_id', 'import_id', 'resource_id', 'user_id') then 20
                    else -0.5 end as distinct_values
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where n.nspname in ('app', 'pool') and c.relkind = 'r' and c.reltuples = -1
          and (a.atttypid = 'uuid'::regtype
               or a.attname in ('email_key', 'linkedin_key', 'external_id', 'value_key', 'dedupe_key'))
    loop
        perform pg_restore_attribute_stats('schemaname', t.schema_name, 'relname', t.table_name,
            'attname', t.column_name, 'inherited', false, 'null_frac', 0::real, 'avg_width', 16,
            'n_distinct', t.distinct_values::real);
    end loop;
end $$;
