package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Realm;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pool in {@code pool_person}, {@code pool_company}, {@code pool_identity} and {@code pool_claim}. People are asked for
 * one by one inside a statement: each lies in one partition, and a list of them would be planned for all.
 */
public final class PostgresPoolPeople implements PoolPeople {

    private static final String CLAIM = """
        insert into pool_claim (person_id, client_id, lead_id, claimed_at, claimed_by, reason, status)
        select person_id, client_id, lead_id, claimed_at, claimed_by, reason, 'active' from {rows}
        """;

    private static final String CLAIM_EVENT = """
        insert into pool_claim_event (id, person_id, client_id, lead_id, event, at, created_at)
        select event_id, person_id, client_id, lead_id, 'claimed', claimed_at, claimed_at from {rows}
        """;

    private static final RowShape CLAIMS = new RowShape("claims", """
        event_id uuid, person_id uuid, client_id uuid, lead_id uuid, claimed_at timestamptz, claimed_by text, reason text\
        """);

    private static final RowShape IDENTITIES =
            new RowShape("identities", "kind text, value text, owner uuid, source text");

    private final ClockPort clock;
    private final IdSource ids;

    public PostgresPoolPeople(ClockPort clock, IdSource ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Map<IdentityKey, PoolPersonId> resolve(Set<IdentityKey> keys) {
        Map<IdentityKey, PoolPersonId> owners = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            return owners;
        }
        String realm = Realm.prefix();
        Db.query("""
            select i.kind, i.value_key, i.owner_id
              from unnest(:kinds, :values) as r(kind, value)
             cross join lateral (
                   select * from pool_identity p where p.kind = r.kind and p.value_key = r.value offset 0) i
             where i.owner_kind = 'person'
            """)
                .bind("kinds", keys.stream().map(key -> key.kind().wire()).toArray(String[]::new))
                .bind("values", keys.stream().map(key -> realm + key.value()).toArray(String[]::new))
                .map((row, context) -> owners.put(
                        new IdentityKey(
                                Rows.word(row, "kind", IdentityKey.Kind.class),
                                Rows.text(row, "value_key").substring(realm.length())),
                        Rows.id(row, "owner_id", PoolPersonId::new)))
                .list();
        return owners;
    }

    @Override
    public List<PoolPerson> findAll(Collection<PoolPersonId> people) {
        return Db.query("""
            select p.*, c.name company_name, c.domain_key, c.website company_website, c.linkedin_key company_linkedin_key,
                   c.city company_city, c.state company_state, c.country company_country,
                   c.industry company_industry, c.employee_count company_employees, c.founded_year, c.is_hiring,
                   c.funding_date, c.technologies, c.keywords
              from unnest(:ids) as asked(id)
             cross join lateral (select * from pool_person where id = asked.id offset 0) p
              left join lateral (select * from pool_company k where k.id = p.company_id offset 0) c on true
             order by p.id
            """)
                .bind("ids", Db.each(people))
                .map((row, context) -> PoolRows.read(row))
                .list();
    }

    @Override
    public void insertAll(Map<PoolPerson, List<IdentityKey>> people) {
        insert(people, false);
    }

    @Override
    public void insertClaimed(Map<PoolPerson, List<IdentityKey>> people, List<PoolClaim> claims) {
        insert(people, true);
        if (!claims.isEmpty()) {
            RowBatch.Ready rows = claimRows(claims).ready();
            Db.later(() -> claim(rows));
        }
    }

    private void insert(Map<PoolPerson, List<IdentityKey>> people, boolean claimed) {
        if (people.isEmpty()) {
            return;
        }
        boolean test = Realm.isTwin();
        Map<PoolPersonId, UUID> companies = companies(people.keySet());
        insertIdentities(people, false);
        RowBatch.Ready rows = PoolRows.of(people.keySet(), companies).ready();
        Db.later(() -> rows.update("""
            insert into pool_person (id, company_id, email, email_status, personal_email, phone_e164, first_name,
                   last_name, title, seniority, linkedin_key, city, state, country, timezone, role_start, industry,
                   employee_count, status, facts_version, confidence, source, created_at, updated_at, claims_12m,
                   row_version, is_test)
            select id, company_id, email, email_status, personal_email, phone_e164, first_name,
                   last_name, title, seniority, linkedin_key, city, state, country, timezone, role_start, industry,
                   employee_count, case when :claimed then 'claimed' else status end, facts_version, confidence / 1000.0,
                   source, created_at, created_at, :claims, :claims, :test
              from {rows}
            """)
                .bind("claimed", claimed)
                .bind("claims", claimed ? 1 : 0)
                .bind("test", test)
                .execute());
    }

    /** What a twin says of a company says nothing about it: its people work for none. */
    private Map<PoolPersonId, UUID> companies(Collection<PoolPerson> people) {
        return Realm.isTwin() ? Map.of() : PoolCompanies.put(people, ids::next, clock.now());
    }

    @Override
    public void updateAll(Map<PoolPerson, List<IdentityKey>> people) {
        if (people.isEmpty()) {
            return;
        }
        insertIdentities(people, true);
        Map<PoolPersonId, UUID> companies = companies(people.keySet());
        int written = PoolRows.of(people.keySet(), companies)
                .ready()
                .update("""
                    update pool_person p
                       set company_id = case when r.domain_key is null then coalesce(p.company_id, r.company_id) else r.company_id end,
                           email = r.email,
                           email_status = r.email_status, personal_email = r.personal_email, phone_e164 = r.phone_e164,
                           first_name = r.first_name, last_name = r.last_name, title = r.title, seniority = r.seniority,
                           linkedin_key = r.linkedin_key, city = r.city, state = r.state, country = r.country,
                           timezone = r.timezone, role_start = r.role_start, industry = r.industry,
                           employee_count = r.employee_count, status = r.status, facts_version = r.facts_version,
                           bounce_count = r.bounce_count, is_unsubscribed = r.is_unsubscribed,
                           last_contacted_at = r.last_contacted_at, cooling_until = r.cooling_until, updated_at = :now,
                           row_version = p.row_version + 1
                      from {rows}
                     where p.id = any (:ids) and p.id = r.id and p.row_version = r.row_version
                    """)
                .bind(
                        "ids",
                        Db.uuids(people.keySet().stream().map(PoolPerson::id).toList()))
                .bind("now", clock.now())
                .execute();
        if (written != people.size()) {
            throw new ConcurrentUpdate("pool person changed meanwhile");
        }
    }

    @Override
    public void addKeys(Map<PoolPersonId, List<IdentityKey>> keys, String source) {
        RowBatch rows = new RowBatch(IDENTITIES);
        keys.forEach((person, added) -> added.forEach(key -> add(rows, key, person, source)));
        if (!rows.isEmpty()) {
            insertIdentities(rows, false);
        }
    }

    private static void add(RowBatch rows, IdentityKey key, PoolPersonId owner, String source) {
        rows.row()
                .set("kind", key.kind())
                .set("value", Realm.prefix() + key.value())
                .set("owner", owner)
                .set("source", source);
    }

    private void insertIdentities(Map<PoolPerson, List<IdentityKey>> people, boolean keepKnown) {
        RowBatch rows = new RowBatch(IDENTITIES);
        people.forEach((person, keys) -> keys.stream()
                .sorted()
                .forEach(key -> add(rows, key, person.id(), person.source() == null ? "unknown" : person.source())));
        insertIdentities(rows, keepKnown);
    }

    private void insertIdentities(RowBatch rows, boolean keepKnown) {
        RowBatch.Ready added = rows.ready();
        Instant now = clock.now();
        Db.later(() -> added.update("""
            insert into pool_identity (kind, value_key, owner_id, owner_kind, source, first_seen_at)
            select kind, value, owner, 'person', source, :now
              from {rows}
             order by kind, value
            """ + (keepKnown ? " on conflict (kind, value_key) do nothing" : ""))
                .bind("now", now)
                .execute());
    }

    @Override
    public void merge(PoolPerson merged, PoolPerson dropped, String reason) {
        PoolMerges.move(merged, dropped, reason, ids, clock.now());
        updateAll(Map.of(merged, List.of()));
    }

    @Override
    public void flagDuplicate(PoolPersonId one, PoolPersonId other) {
        PoolDuplicates.flag(one, other, ids, clock.now());
    }

    @Override
    public List<Set<PoolPersonId>> duplicates() {
        return PoolDuplicates.all();
    }

    @Override
    public Set<PoolPersonId> duplicatesOf(PoolPersonId id) {
        return PoolDuplicates.of(id);
    }

    @Override
    public Map<PoolPersonId, List<Suppressions.Key>> aliases(Collection<PoolPersonId> people) {
        return PoolMerges.aliases(people);
    }

    @Override
    public Optional<PoolPersonId> formerly(LeadId removed) {
        return PoolMerges.formerly(removed);
    }

    @Override
    public Map<PoolPersonId, PoolClaim> claims(Collection<PoolPersonId> people) {
        return Db.query("""
            select c.* from unnest(:ids) as asked(id)
             cross join lateral (select * from pool_claim where person_id = asked.id offset 0) c
            """)
                .bind("ids", Db.each(people))
                .map((row, context) -> new PoolClaim(
                        Rows.id(row, "person_id", PoolPersonId::new),
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.id(row, "lead_id", LeadId::new),
                        Rows.instant(row, "claimed_at"),
                        Rows.word(row, "claimed_by", PoolClaim.ClaimedBy.class),
                        Rows.word(row, "status", ClaimStatus.class),
                        row.getString("reason")))
                .stream()
                .collect(Collectors.toMap(PoolClaim::personId, claim -> claim));
    }

    @Override
    public Map<PoolPersonId, Standing> standings(Collection<PoolPersonId> people) {
        Map<PoolPersonId, Standing> standings = new LinkedHashMap<>();
        if (people.isEmpty()) {
            return standings;
        }
        Db.query("""
            select asked.id, p.status, p.enriched_at, c.client_id
              from unnest(:ids) as asked(id)
             cross join lateral (select status, enriched_at from pool_person where id = asked.id offset 0) p
              left join lateral (select client_id from pool_claim where person_id = asked.id offset 0) c on true
            """)
                .bind("ids", Db.uuids(people))
                .map((row, context) -> standings.put(
                        Rows.id(row, "id", PoolPersonId::new),
                        new Standing(
                                Rows.word(row, "status", PoolStatus.class),
                                Rows.idOrNull(row, "client_id", ClientId::new),
                                Rows.instantOrNull(row, "enriched_at"))))
                .list();
        return standings;
    }

    @Override
    public void claimAll(Collection<PoolClaim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        claim(claimRows(claims).ready());
        Db.update("""
            update pool_person
               set status = 'claimed', cooling_until = null, claims_12m = claims_12m + 1,
                   row_version = row_version + 1
             where id = any (:ids)
            """)
                .bind("ids", Db.uuids(claims.stream().map(PoolClaim::personId).toList()))
                .execute();
    }

    private static void claim(RowBatch.Ready rows) {
        rows.update(CLAIM).execute();
        rows.update(CLAIM_EVENT).execute();
    }

    private RowBatch claimRows(Collection<PoolClaim> claims) {
        RowBatch rows = new RowBatch(CLAIMS);
        claims.stream()
                .sorted(Comparator.comparing(claim -> claim.personId().value()))
                .forEach(claim -> rows.row()
                        .set("event_id", ids.next())
                        .set("person_id", claim.personId())
                        .set("client_id", claim.clientId())
                        .set("lead_id", claim.leadId())
                        .set("claimed_at", claim.claimedAt())
                        .set("claimed_by", claim.claimedBy())
                        .set("reason", claim.reason()));
        return rows;
    }

    @Override
    public void contacted(Map<PoolPersonId, Instant> last) {
        PoolRows.contacted(last);
    }

    @Override
    public void release(
            ClientId client,
            Collection<PoolPersonId> people,
            ReleaseReason reason,
            PoolStatus next,
            @Nullable Instant coolingUntil) {
        Instant now = clock.now();
        List<PoolClaim> held = held(client, people, claim -> true);
        if (held.isEmpty()) {
            return;
        }
        drop(client, held);
        tell(held, "released", reason, now);
        become(held, next, coolingUntil, now);
    }

    @Override
    public void expire(ClientId client, Collection<PoolPersonId> people) {
        Instant now = clock.now();
        List<PoolClaim> held = held(client, people, claim -> claim.status() == ClaimStatus.ACTIVE);
        if (held.isEmpty()) {
            return;
        }
        drop(client, held);
        tell(held, "expired", null, now);
        become(held, PoolStatus.AVAILABLE, null, now);
    }

    @Override
    public void convert(ClientId client, Collection<PoolPersonId> people) {
        Instant now = clock.now();
        List<PoolClaim> held = held(client, people, claim -> claim.status() == ClaimStatus.ACTIVE);
        if (held.isEmpty()) {
            return;
        }
        Db.update("""
            update pool_claim set status = 'converted', updated_at = :now, row_version = row_version + 1
             where person_id = any (:ids) and client_id = :client
            """)
                .bind("ids", ids(held))
                .bind("client", client)
                .bind("now", now)
                .execute();
        tell(held, "converted", null, now);
        become(held, PoolStatus.CONVERTED, null, now);
    }

    private List<PoolClaim> held(ClientId client, Collection<PoolPersonId> people, Predicate<PoolClaim> which) {
        Predicate<PoolClaim> own = claim -> claim.clientId().equals(client);
        return claims(people).values().stream().filter(own.and(which)).toList();
    }

    private static UUID[] ids(List<PoolClaim> held) {
        return Db.uuids(held.stream().map(PoolClaim::personId).toList());
    }

    private static void drop(ClientId client, List<PoolClaim> held) {
        String gone = "delete from pool_claim where person_id = any (:ids) and client_id = :client";
        Db.update(gone).bind("ids", ids(held)).bind("client", client).execute();
    }

    private void tell(List<PoolClaim> ended, String event, @Nullable ReleaseReason reason, Instant now) {
        RowSet events = new RowSet();
        ended.forEach(claim -> events.row()
                .set("id", ids.next().toString())
                .set("person_id", claim.personId())
                .set("client_id", claim.clientId())
                .set("lead_id", claim.leadId()));
        Db.update("""
            insert into pool_claim_event (id, person_id, client_id, lead_id, event, reason, at, created_at)
            select id, person_id, client_id, lead_id, :event, :reason, :now, :now
              from jsonb_to_recordset(:rows) as r(id uuid, person_id uuid, client_id uuid, lead_id uuid)
            """)
                .bind("rows", events.json())
                .bind("event", event)
                .bindByType("reason", reason == null ? null : reason.wire(), String.class)
                .bind("now", now)
                .execute();
    }

    private static void become(List<PoolClaim> ended, PoolStatus next, @Nullable Instant coolingUntil, Instant now) {
        Db.update("""
            update pool_person
               set status = case when is_unsubscribed and :status in ('available', 'cooling') then 'unsubscribed'
                                 else :status end,
                   cooling_until = :cooling, updated_at = :now, row_version = row_version + 1
             where id = any (:ids)
            """)
                .bind("ids", ids(ended))
                .bind("status", next)
                .bindByType("cooling", coolingUntil, Instant.class)
                .bind("now", now)
                .execute();
    }
}
