-- What the planner should believe of a table until it was analysed for the first time. It would take every index that
-- begins with client_id for an equally good way to one row, and a plan that is kept (a foreign key's check, a prepared
-- statement) may then read the whole tenant for every row until autovacuum comes by. Told that a table holds few tenants,
-- it takes the index that names the row. Servers before version 18 cannot be told; their first analyse repairs it.

do $$
declare
    t record;
begin
    if to_regproc('pg_catalog.pg_restore_attribute_stats') is null then
        return;
    end if;
    for t in
        select n.nspname, c.relname
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
        where n.nspname in ('app', 'pool') and c.relkind = 'r' and c.reltuples = -1
    loop
        perform pg_restore_attribute_stats('schemaname', t.nspname::text, 'relname', t.relname::text,
            'attname', 'client_id', 'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 3::real);
    end loop;
end $$;
