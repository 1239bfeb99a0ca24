-- Removing for good: by the role aos_maint, which nobody signs in as, through these functions alone. They see the rows of the
-- client that the unit of work is for, and go by the catalogue, so that a new table is not forgotten. Data model 2, 15.

-- Every table with a client's rows and its primary key; a table comes before those that it refers to. The keys that data is
-- sealed with are first: from then on nobody reads what is left.
create or replace function maint.removal_order() returns table (of_table regclass, key_columns text[], place int)
    language sql stable set search_path = pg_catalog, pg_temp
    begin atomic
        with recursive ours as materialized (
            select a.attrelid as t from pg_attribute a join app.security_list() l on l.table_name = a.attrelid
            where a.attname = 'client_id' and not a.attisdropped and l.class <> 'PR'),
        refers as materialized (
            select distinct c.conrelid as a, c.confrelid as b from pg_constraint c
            where c.contype = 'f' and c.conparentid = 0 and c.conrelid <> c.confrelid
                and c.conrelid in (select t from ours) and c.confrelid in (select t from ours)),
        reaches as (select a, b from refers union select r.a, f.b from reaches r join refers f on f.a = r.b),
        straight as (
            select f.a, f.b from refers f where not exists (select from reaches r where r.a = f.b and r.b = f.a)),
        levels as (select t, 0 as level from ours union select s.b, v.level + 1 from levels v join straight s on s.a = v.t)
        select v.t::regclass,
            (select array_agg(k.attname::text order by k.attnum) from pg_constraint p
                join pg_attribute k on k.attrelid = p.conrelid and k.attnum = any (p.conkey)
                where p.conrelid = v.t and p.contype = 'p'),
            case v.t when 'app.data_key'::regclass then -1 when 'app.client'::regclass then 1000 else max(v.level) end
        from levels v group by v.t order by 3, v.t::regclass::text;
    end;

create or replace function maint.leaving() returns uuid
    language plpgsql stable set search_path = pg_catalog, pg_temp
    as $$
declare
    leaves app.client;
begin
    select * into leaves from app.client c where c.client_id = app.current_client();
    if leaves.client_id is null then
        return null;
    end if;
    if leaves.deleted_at is null or leaves.purge_after is null then
        raise exception 'client % is not leaving', leaves.client_id;
    end if;
    return coalesce(leaves.twin_of, leaves.client_id);
end
$$;

-- Rows that refer to each other in a circle let go of each other. Safe to repeat.
create or replace function maint.loosen() returns void
    language plpgsql set search_path = pg_catalog, pg_temp
    as $$
declare
    circle record;
begin
    for circle in
        with recursive refers as materialized (
            select c.conrelid as a, c.confrelid as b, c.conkey from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.contype = 'f' and c.conparentid = 0 and not t.relispartition and c.conrelid <> 'app.client'::regclass),
        reaches as (select a, b from refers union select r.a, f.b from reaches r join refers f on f.a = r.b)
        select f.a::regclass as t, k.attname as col
        from refers f join pg_attribute k on k.attrelid = f.a and k.attnum = any (f.conkey) and not k.attnotnull
        where exists (select from reaches r where r.a = f.b and r.b = f.a)
            and exists (select from pg_attribute o where o.attrelid = f.a and o.attname = 'client_id')
    loop
        execute format('update %s set %I = null where client_id = $1 and %2$I is not null', circle.t, circle.col)
            using app.current_client();
    end loop;
end
$$;

-- Removes so many rows, table after table, the client's own row last; answers how many there were, 0 when nothing is left.
create or replace function maint.remove_some(most int, at timestamptz) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    next record;
    live uuid := maint.leaving();
    removed int := 0;
    gone int;
    counts jsonb := '{}';
begin
    if live is null then
        return 0;
    end if;
    if not exists (select from app.client_removal r where r.removed_client = live and app.current_client() = any (r.loosened)) then
        perform maint.loosen();
        update app.client_removal r set loosened = r.loosened || app.current_client() where r.removed_client = live;
    end if;
    for next in select * from maint.removal_order() loop
        exit when removed >= most;
        execute format('delete from %1$s t using (select %2$s from %1$s where client_id = $1 limit $2) part where (%3$s) = (%4$s)',
                next.of_table,
                (select string_agg(format('%I', k), ', ') from unnest(next.key_columns) k),
                (select string_agg(format('t.%I', k), ', ') from unnest(next.key_columns) k),
                (select string_agg(format('part.%I', k), ', ') from unnest(next.key_columns) k))
            using app.current_client(), most - removed;
        get diagnostics gone = row_count;
        if gone > 0 then
            removed := removed + gone;
            counts := counts || jsonb_build_object(next.of_table::text, gone);
        end if;
    end loop;
    update app.client_removal r
        set removed = (select coalesce(jsonb_object_agg(k, coalesce((r.removed ->> k)::bigint, 0) + coalesce((counts ->> k)::bigint, 0)), '{}')
                from jsonb_object_keys(r.removed || counts) k),
            finished_at = case when counts ? 'app.client' and live = app.current_client() then at end,
            updated_at = at, row_version = r.row_version + 1
        where r.removed_client = live;
    return removed;
end
$$;

grant create, usage on schema maint to aos_maint;
grant usage on schema maint to aos_worker;
do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'maint'::regnamespace loop
        execute format('alter function %s owner to aos_maint', f);
        execute format('revoke execute on function %s from public', f);
    end loop;
end $$;
grant execute on function maint.remove_some(int, timestamptz) to aos_worker;
revoke create on schema maint from aos_maint;
