-- What must be answered before a tenant context exists, and what a tenant may learn of platform data. Narrow functions
-- owned by aos_platform; each returns one user's, one session's or one client's identity. Data model 2.

-- Who is a member of a client is a member of its test twin, with the same role. Data model 5.1.
create or replace function app.member_role_of(for_user uuid, in_client uuid) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select m.role
        from app.client c
        join app.membership m on m.client_id = coalesce(c.twin_of, c.client_id)
        where c.client_id = in_client and c.deleted_at is null and m.user_id = for_user and m.deleted_at is null;
    end;

create or replace function app.is_co_member(other_user uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return app.member_role_of(other_user, app.current_client()) is not null;

-- The role that a sign-in gives in a client at this moment, null when the sign-in is over; in a suspended client everybody
-- only reads (api 9.17), and nobody comes without a second factor into one that asks for it (api 2). In PL/pgSQL, whose plans are kept: it is asked with nearly every request.
create or replace function app.sign_in_role(of_user uuid, in_client uuid, sign_in uuid, at timestamptz) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return (select case when c.suspended_at is null then m.role else 'viewer' end
        from app.client c
        join app.client live on live.client_id = coalesce(c.twin_of, c.client_id)
        join app.membership m on m.client_id = live.client_id
        where c.client_id = in_client and c.deleted_at is null and m.user_id = of_user and m.deleted_at is null
            and exists (select from app.app_user u
                where u.user_id = of_user and u.deleted_at is null and u.status <> 'suspended')
            and exists (select from app.user_session s
                where s.family_id = sign_in and s.user_id = of_user and s.revoked_at is null and s.replaced_by is null
                    and s.expires_at > at and (s.second_factor or not (live.require_mfa or c.require_mfa))));
end
$$;

create or replace function app.clients_of_user(for_user uuid)
    returns table (client_id uuid, name text, slug text, mode text, twin_of uuid, role text, require_mfa boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select c.client_id, c.name, c.slug, c.mode, c.twin_of,
               case when c.suspended_at is null then m.role else 'viewer' end, live.require_mfa or c.require_mfa
        from app.membership m
        join app.client live on live.client_id = m.client_id
        join app.client c on coalesce(c.twin_of, c.client_id) = m.client_id
        where m.user_id = for_user and m.deleted_at is null and c.deleted_at is null
        order by c.name, c.client_id;
    end;

create or replace function app.find_login(key text)
    returns table (user_id uuid, password_hash text, status text, is_platform_admin boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select u.user_id, u.password_hash, u.status, u.is_platform_admin
        from app.app_user u where u.email_key = key and u.deleted_at is null;
    end;

create or replace function app.find_session(hash bytea)
    returns table (id uuid, user_id uuid, kind text, family_id uuid, replaced_by uuid, csrf_hash bytea,
        last_seen_at timestamptz, expires_at timestamptz, revoked_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select s.id, s.user_id, s.kind, s.family_id, s.replaced_by, s.csrf_hash, s.last_seen_at, s.expires_at, s.revoked_at
        from app.user_session s where s.token_hash = hash;
    end;

create or replace function app.find_api_key(in_client uuid, hash bytea)
    returns table (id uuid, role_cap text, scopes text[], allowed_cidrs cidr[], is_test boolean,
        expires_at timestamptz, revoked_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select k.id, k.role_cap, k.scopes, k.allowed_cidrs, k.is_test, k.expires_at, k.revoked_at
        from app.api_key k where k.client_id = in_client and k.key_hash = hash and k.deleted_at is null;
    end;

create or replace function app.find_hook(hook text)
    returns table (vendor text, client_id uuid, verification text, secret_ids uuid[], active boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select h.vendor, h.client_id, h.verification, h.secret_ids, h.active
        from app.inbound_hook h where h.hook_id = hook;
    end;

create or replace function app.find_message_ref(of_provider text, id text)
    returns table (client_id uuid, lead_id uuid, touch_id uuid, touch_sent_at timestamptz, thread_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select r.client_id, r.lead_id, r.touch_id, r.touch_sent_at, r.thread_id
        from app.message_ref r where r.provider = of_provider and r.external_id = id;
    end;

create or replace function app.find_external_ref(of_provider text, of_kind text, id text)
    returns table (client_id uuid, local_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select r.client_id, r.local_id
        from app.external_ref r where r.provider = of_provider and r.kind = of_kind and r.external_id = id;
    end;

-- The client that bears a slug now, else the one that bore it last and still has its redirect.
create or replace function app.find_client_by_slug(wanted text, at timestamptz) returns uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select coalesce(
            (select c.client_id from app.client c where c.slug = wanted and c.deleted_at is null),
            (select h.client_id from app.client_slug_history h where h.slug = wanted and h.free_at > at));
    end;

create or replace function app.is_platform_suppressed(of_kind text, hash bytea) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return exists (select 1 from app.platform_suppression s where s.kind = of_kind and s.value_hash = hash);

-- Why the platform contacts nobody of these keys, by the place of each among those asked for. One call for a page: called
-- for each key it costs more than everything else that the page reads. In plpgsql, which keeps its plan for the session.
create or replace function app.platform_entries(kinds text[], hashes bytea[]) returns table (at bigint, reason text)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1
    as $$
begin
    return query
        select k.at, s.reason
          from unnest(kinds, hashes) with ordinality as k(kind, hash, at)
         cross join lateral (select p.reason from app.platform_suppression p
                              where p.kind = k.kind and p.value_hash = k.hash offset 0) s;
end $$;

-- What the Do Not Call Register said last of these numbers, and when.
create or replace function app.register_answers(numbers text[])
    returns table (phone text, listed boolean, washed_at timestamptz)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10
    as $$
begin
    return query
        select w.phone_e164, w.state = 'listed',
               coalesce(b.washed_at, w.washed_on::timestamp at time zone 'Australia/Sydney')
          from unnest(numbers) as asked(number)
         cross join lateral (select * from app.phone_wash
                              where phone_e164 = asked.number and state <> 'unknown' offset 0) w
          left join app.phone_wash_batch b on b.id = w.wash_id;
end $$;

-- What a client has to do with companies, and whether anybody else wrote to them lately: who that was, nobody learns.
-- Scoring B5. From the companies over their people to the holds of these, each step one set by its keys: a look per company
-- would meet every partition of the people each time.
create or replace function app.company_contacts(for_client uuid, domains text[], since timestamptz)
    returns table (domain_key text, open int, touched_by_others boolean, last_start timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        with company as materialized (
            select i.value_key, i.owner_id from pool.pool_identity i
             where i.kind = 'company_domain' and i.value_key = any (domains)),
        person as materialized (
            select p.id, p.company_id from pool.pool_person p
             where p.company_id = any (array(select owner_id from company))),
        hold as materialized (
            select distinct e.person_id, e.client_id, e.lead_id from pool.pool_claim_event e
             where e.event = 'claimed' and e.person_id = any (array(select id from person)))
        select k.value_key,
               count(*) filter (where h.client_id = for_client and exists (
                   select from pool.pool_claim c
                    where c.person_id = h.person_id and c.client_id = h.client_id and c.lead_id = h.lead_id
                      and c.status = 'active'))::int,
               coalesce(bool_or(h.client_id <> for_client and l.last_touch_at >= since), false),
               max(case when h.client_id = for_client then coalesce(l.first_touch_at, (
                   select min(x.next_due_at) from app.enrolment x
                    where x.client_id = h.client_id and x.lead_id = h.lead_id)) end)
        from hold h
        join person p on p.id = h.person_id
        join company k on k.owner_id = p.company_id
        join app.lead l on l.client_id = h.client_id and l.id = h.lead_id
        group by k.value_key;
    end;

-- Platform data as a tenant may see it, and what the reporting role may see of tenants.
create or replace view app.own_pool_person with (security_barrier) as
select p.id, p.company_id, p.email, p.email_status, p.phone_e164, p.first_name, p.last_name, p.title, p.seniority, p.headline,
    p.linkedin_key, p.city, p.state, p.country, p.timezone, p.industry, p.employee_count, p.facts_version, p.refreshed_at
from pool.pool_claim c
join pool.pool_person p on p.id = c.person_id
where c.client_id = app.current_client();

create or replace view app.buyer_signal with (security_barrier) as
select s.domain_key, s.buyer_score, least(floor(0.15 * s.buyer_score), 15)::int as boost
from app.platform_buyer_signal s;

create or replace view app.bi_lead with (security_barrier) as
select l.client_id, l.id, l.source, l.status, l.als_tier, l.als_score, l.industry, l.country, l.seniority, l.created_at,
    l.first_touch_at, l.booked_at, l.converted_at
from app.lead l
where l.deleted_at is null;

-- The new owner needs the right to create in the schema at the moment it becomes the owner, and not after.
grant create on schema app to aos_platform;
alter view app.own_pool_person owner to aos_platform;
alter view app.buyer_signal owner to aos_platform;
alter view app.bi_lead owner to aos_platform;

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p
        where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.proname <> 'create_partitions_ahead' loop
        execute format('alter function %s owner to aos_platform', f);
        execute format('revoke execute on function %s from public', f);
        execute format('grant execute on function %s to aos_app, aos_worker, aos_platform', f);
    end loop;
end $$;

revoke create on schema app from aos_platform;
