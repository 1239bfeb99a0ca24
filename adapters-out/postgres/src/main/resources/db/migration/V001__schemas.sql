-- Schemas, the tenant context and the partition helper. Roles are made before Flyway runs (DatabaseRoles), because a
-- role belongs to the whole server and carries a password, which has no place in a migration.

create schema app;
create schema pool;
create schema scheduler;

-- Data model 2: after a transaction the setting reads back as an empty string, so nullif is mandatory.
create function app.current_client() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.client_id', true), '')::uuid;

create function app.current_app_user() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid;

create function app.current_member_role() returns text
    language sql stable parallel safe
    return nullif(current_setting('app.member_role', true), '');

-- Hash partitions <table>_h00 … of a parent that is partitioned by hash.
create function app.create_hash_partitions(parent regclass, partitions int) returns void
    language plpgsql as $$
declare
    parent_schema text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent);
    parent_name text := (select relname from pg_class where oid = parent);
begin
    for remainder in 0 .. partitions - 1 loop
        execute format('create table %I.%I partition of %s for values with (modulus %s, remainder %s)',
            parent_schema, parent_name || '_h' || lpad(remainder::text, 2, '0'), parent, partitions, remainder);
    end loop;
end $$;

-- Range partitions <table>_p<yyyymm> or _p<yyyymmdd> from the period of first_day on, as far as they are missing, and
-- the default partition. Returns the number made. A period whose rows already lie in the default partition cannot get
-- a partition of its own: it is skipped with a warning, and the rows stay readable where they are.
create function app.create_range_partitions(parent regclass, unit text, first_day date, periods int) returns int
    language plpgsql as $$
declare
    parent_schema text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent);
    parent_name text := (select relname from pg_class where oid = parent);
    step interval := ('1 ' || unit)::interval;
    period_start timestamptz;
    partition_name text;
    made int := 0;
begin
    if unit not in ('month', 'day') then
        raise exception 'partition unit % is neither month nor day', unit;
    end if;
    if to_regclass(format('%I.%I', parent_schema, parent_name || '_default')) is null then
        execute format('create table %I.%I partition of %s default', parent_schema, parent_name || '_default', parent);
    end if;
    for n in 0 .. periods - 1 loop
        period_start := (date_trunc(unit, first_day::timestamp) + n * step) at time zone 'UTC';
        partition_name := parent_name || '_p'
            || to_char(period_start at time zone 'UTC', case unit when 'month' then 'YYYYMM' else 'YYYYMMDD' end);
        if to_regclass(format('%I.%I', parent_schema, partition_name)) is null then
            begin
                execute format('create table %I.%I partition of %s for values from (%L) to (%L)',
                    parent_schema, partition_name, parent, period_start,
                    (period_start at time zone 'UTC' + step) at time zone 'UTC');
                made := made + 1;
            exception when check_violation then
                raise warning 'rows of % already lie in the default partition of %', partition_name, parent;
            end;
        end if;
    end loop;
    return made;
end $$;
