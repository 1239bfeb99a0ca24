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
        -- whoever follows the link of a mail is still known by the pool's record; a twin wrote to nobody
        insert into app.former_lead (removed_lead, pool_person_id, created_at)
            select l.id, l.pool_person_id, at from app.lead l
            where l.client_id = live and live = app.current_client() and l.pool_person_id is not null
            on conflict (removed_lead) do nothing;
        -- what was paid stays in the books, and nobody knows any more by whom
        update app.revenue_entry set billed_client = null where billed_client = app.current_client();
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

-- A person's rows, found by the catalogue: leads, every table with a lead_id, and what refers to those. A column there is
-- personal unless it is a key, a word from a list or named here as the product's own word; so a new column is erased and a new
-- table is told until somebody says otherwise. Outside of those tables a person is found by address and number. API 9.14.

create or replace function maint.impersonal() returns table (of_table text, col text)
    language sql immutable set search_path = pg_catalog, pg_temp
    begin atomic
        select split_part(named, '.', 1) || '.' || split_part(named, '.', 2), split_part(named, '.', 3)
        from unnest(array[
            -- bookkeeping and what is learned: figures and traits of messages without a name
            'app.credit_entry.*', 'app.enrolment.*', 'app.enrolment_step.*', 'app.enrolment_channels.*', 'app.touch.*',
            'app.cis_lead_fact.*', 'app.cis_touch_fact.*', 'app.cis_booking_seen.*', 'app.outcome_event.*',
            'app.content_assignment.*', 'app.attribution.*', 'app.lead_enrichment.*', 'app.phone_lookup.*', 'app.message_ref.*', 'app.contact_ref.*',
            'pool.pool_claim.*', 'pool.pool_claim_event.*',
            -- keys of ours and of vendors, versions and codes
            'app.outreach_job.idem_key', 'app.outreach_job.plan_key', 'app.outreach_job.content_template_id',
            'app.outreach_job.vendor', 'app.outreach_job.vendor_ref', 'app.outreach_job.vendor_slot',
            'app.outreach_job.reject_code', 'app.outreach_job.qa_result', 'app.activity.provider', 'app.activity.dedupe_key',
            'app.reply.provider', 'app.reply.provider_message_id', 'app.reply.classifier', 'app.reply.topics', 'app.reply.flags',
            'app.task.kind', 'app.task.dedupe_key', 'app.deal.currency', 'app.deal.match_status', 'app.meeting.external_crm',
            'app.linkedin_connection.provider_request_id', 'app.voice_call.provider', 'app.voice_call.provider_call_id',
            'app.voice_call.from_number', 'app.lead_score.gates', 'app.lead_score.boost_signals', 'app.lead_score.result_digest',
            'app.lead_score.model_version', 'app.lead.gates', 'app.content_snapshot.ai_model', 'app.content_snapshot.prompt_version',
            'app.content_snapshot.template_id', 'app.content_snapshot.features', 'app.content_snapshot.facts_used',
            'app.consent.recorded_by', 'app.voice_recording.*']) named;
    end;

-- What belongs to the agency itself and its people; they are not whom it writes to.
create or replace function maint.own_people() returns regclass[]
    language sql immutable set search_path = pg_catalog, pg_temp
    return array['app.client', 'app.client_setting', 'app.client_profile', 'app.client_persona', 'app.membership',
        'app.invitation', 'app.api_key', 'app.client_integration', 'app.client_secret', 'app.hook_removal', 'app.privacy_request',
        'app.one_time_token']::regclass[];

-- Where rows of a lead are, with the condition that finds them; $1 is the client, $2 the leads.
create or replace function maint.person_rows() returns table (of_table regclass, found_by text)
    language sql stable set search_path = pg_catalog, pg_temp
    begin atomic
        with ours as materialized (
            select a.attrelid as t from pg_attribute a join app.security_list() l on l.table_name = a.attrelid
            where a.attname = 'client_id' and not a.attisdropped),
        has as materialized (
            select o.t, a.attname from ours o join pg_attribute a on a.attrelid = o.t and not a.attisdropped)
        select 'app.lead'::regclass, 'client_id = $1 and id = any ($2)'
        union all
        select h.t::regclass, 'client_id = $1 and lead_id = any ($2)' from has h where h.attname = 'lead_id'
        union all
        select h.t::regclass, 'client_id = $1 and touch_id in (select id from app.touch where client_id = $1 and lead_id = any ($2))'
        from has h where h.attname = 'touch_id' and not exists (select from has o where o.t = h.t and o.attname = 'lead_id')
        union all
        select c.conrelid::regclass, format('client_id = $1 and (%s) in (select %s from %s where client_id = $1 and lead_id = any ($2))',
            (select string_agg(quote_ident(k.attname), ', ' order by x.n) from unnest(c.conkey) with ordinality x(num, n)
                join pg_attribute k on k.attrelid = c.conrelid and k.attnum = x.num),
            (select string_agg(quote_ident(k.attname), ', ' order by x.n) from unnest(c.confkey) with ordinality x(num, n)
                join pg_attribute k on k.attrelid = c.confrelid and k.attnum = x.num),
            c.confrelid::regclass)
        from pg_constraint c
        where c.contype = 'f' and c.conparentid = 0 and c.conrelid in (select t from ours)
            and c.conrelid <> 'app.suppression'::regclass
            and exists (select from has h where h.t = c.confrelid and h.attname = 'lead_id')
            and not exists (select from has h where h.t = c.conrelid and h.attname in ('lead_id', 'touch_id'));
    end;

-- Columns that can hold words about somebody: not generated, not bound to a list of words or to another table.
create or replace function maint.wordy() returns table (of_table regclass, col text, type regtype, required boolean, has_default boolean, keyed boolean)
    language sql stable set search_path = pg_catalog, pg_temp
    begin atomic
        select a.attrelid::regclass, a.attname::text, a.atttypid::regtype, a.attnotnull, a.atthasdef,
            exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any (i.indkey::int2[]))
        from pg_attribute a join app.security_list() l on l.table_name = a.attrelid
        where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'inet'::regtype)
            and exists (select from pg_attribute c where c.attrelid = a.attrelid and c.attname = 'client_id')
            and not exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
                and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (%')
            and not exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey))
            and not exists (select from maint.impersonal() i
                where i.of_table = (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.oid = a.attrelid)
                    and i.col in ('*', a.attname));
    end;

-- Every row about these leads as it is, by table.
create or replace function maint.tell(leads uuid[]) returns table (of_table text, content jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    place record;
begin
    for place in select * from maint.person_rows() order by 1::text loop
        return query execute format('select %L, to_jsonb(t) - ''client_id'' - ''search_text'' from %s t where %s',
                place.of_table, place.of_table, place.found_by)
            using app.current_client(), leads;
    end loop;
end
$$;

-- Takes the words out of every row about these leads, and their addresses and numbers out of every other row of the client.
create or replace function maint.erase(leads uuid[], needles text[], at timestamptz) returns table (of_table text, changed int)
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    place record;
    word record;
    changes text;
    pattern text;
begin
    update app.lead set erased_at = at, deleted_at = coalesce(deleted_at, at), updated_at = at, row_version = row_version + 1
        where client_id = app.current_client() and id = any (leads);
    -- a run that forgets whom it is for must not go on
    update app.flow_run set status = 'cancelled', finished_at = at, fence = fence + 1, updated_at = at, row_version = row_version + 1
        where client_id = app.current_client() and lead_id = any (leads)
            and status in ('queued', 'dispatched', 'running', 'waiting', 'blocked');
    for place in select * from maint.person_rows() loop
        select string_agg(format('%I = %s', w.col,
                case when not w.required then 'null' when w.type = 'text'::regtype then '''''' when w.has_default then 'default'
                    else '''{}''' end), ', ')
            into changes from maint.wordy() w
            where w.of_table = place.of_table and not (w.keyed and w.required);
        if changes is not null then
            execute format('update %s set %s where %s', place.of_table, changes, place.found_by) using app.current_client(), leads;
            get diagnostics changed = row_count;
            if changed > 0 then
                of_table := place.of_table::text;
                return next;
            end if;
        end if;
    end loop;
    -- what is held for evidence stays until the hold ends; all else goes with the next round of deletions at the vendor
    update app.voice_recording r set delete_after = least(r.delete_after, at), updated_at = at, row_version = r.row_version + 1
        where r.client_id = app.current_client() and r.hold_at is null and r.deleted_at is null
            and r.call_id in (select c.id from app.voice_call c where c.client_id = app.current_client() and c.lead_id = any (leads));
    delete from app.voice_recording_piece p using app.voice_recording r, app.voice_call c
        where p.client_id = app.current_client() and r.client_id = p.client_id and r.call_id = p.call_id and r.hold_at is null
            and c.client_id = r.client_id and c.id = r.call_id and c.lead_id = any (leads);
    delete from app.voice_recording_file f using app.voice_recording r, app.voice_call c
        where f.client_id = app.current_client() and r.client_id = f.client_id and r.call_id = f.call_id and r.hold_at is null
            and c.client_id = r.client_id and c.id = r.call_id and c.lead_id = any (leads);
    update app.audit_log set changes = null, metadata = null where client_id = app.current_client() and resource_id = any (leads);
    select string_agg(regexp_replace(n, '([.^$*+?()\[\]{}\\|-])', '\\\1', 'g'), '|') into pattern from unnest(needles) n;
    if pattern is null then
        return;
    end if;
    for word in
        select w.of_table, string_agg(format('%I::text ~* $2', w.col), ' or ') as found,
            string_agg(format('%1$I = case when %1$I::text ~* $2 then %2$s else %1$I end', w.col,
                case when w.keyed then '''erased:'' || gen_random_uuid()'
                    when w.type = 'text'::regtype then format('regexp_replace(%I, $2, ''[erased]'', ''gi'')', w.col)
                    when w.type = 'jsonb'::regtype then format('regexp_replace(%I::text, $2, ''[erased]'', ''gi'')::jsonb', w.col)
                    else format('array(select regexp_replace(x, $2, ''[erased]'', ''gi'') from unnest(%I) x)', w.col) end), ', ') as changes
        from maint.wordy() w
        where w.type <> 'inet'::regtype and not w.of_table = any (maint.own_people())
        group by w.of_table order by w.of_table::text
    loop
        execute format('update %s set %s where client_id = $1 and (%s)', word.of_table, word.changes, word.found)
            using app.current_client(), pattern;
        get diagnostics changed = row_count;
        if changed > 0 then
            of_table := word.of_table::text;
            return next;
        end if;
    end loop;
end
$$;

-- Entries of the audit log that are past their time, over all clients: nobody else may take one away. What is younger than the
-- least that anybody can set is not seen here, whatever is asked for. API 6.
create or replace function maint.forget_audit(before timestamptz, long_before timestamptz, long_types text[], long_actions text[], most int)
    returns int language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    removed int;
begin
    delete from app.audit_log a using (
            select o.client_id, o.at, o.id from app.audit_log o
            where o.at < before
                and (o.at < long_before or not (o.resource_type = any (long_types) or o.action = any (long_actions)))
            limit most) old
        where a.client_id = old.client_id and a.at = old.at and a.id = old.id;
    get diagnostics removed = row_count;
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
grant usage on schema maint to aos_platform;
grant execute on function maint.forget_audit(timestamptz, timestamptz, text[], text[], int) to aos_platform;
grant execute on function maint.tell(uuid[]), maint.erase(uuid[], text[], timestamptz) to aos_worker;
revoke create on schema maint from aos_maint;
