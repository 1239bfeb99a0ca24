package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.PoolCandidates;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.domain.allocation.CompanyGuard;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The free people of {@code pool_person}; what became of earlier claims stands in {@code pool_claim_event}. */
public final class PostgresPoolCandidates implements PoolCandidates {

    private static final UUID FIRST = new UUID(0, 0);

    private final PoolPeople people;

    public PostgresPoolCandidates(PoolPeople people) {
        this.people = people;
    }

    @Override
    public List<PoolPerson> page(Set<Country> countries, @Nullable PoolPersonId after, int limit) {
        return inOrder(Db.query("""
            select p.id from pool_person p left join pool_company c on c.id = p.company_id
             where p.status in ('available', 'cooling') and not p.is_test and p.id > :after
               and (cardinality(cast(:countries as text[])) = 0
                    or coalesce(c.country, p.country) = any (cast(:countries as text[])))
             order by p.id
             limit :limit
            """)
                .bind("after", after == null ? FIRST : after.value())
                .bind("countries", countries.stream().map(Country::alpha2).toArray(String[]::new))
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "id", PoolPersonId::new))
                .list());
    }

    @Override
    public Set<PoolPersonId> free(Collection<PoolPersonId> ids) {
        return Db.query("""
            select p.id
              from unnest(:ids) as asked(id)
             cross join lateral (select p.id from pool_person p
                                  where p.id = asked.id and p.status in ('available', 'cooling')
                                    and not exists (select from pool_claim c where c.person_id = asked.id) offset 0) p
            """)
                .bind("ids", Db.each(ids))
                .map((row, context) -> Rows.id(row, "id", PoolPersonId::new))
                .set();
    }

    @Override
    public Set<PoolPersonId> heldBefore(Collection<PoolPersonId> ids) {
        return Db.query("""
            select person_id id from pool_claim_event where person_id = any (:ids)
            union
            select kept_id from pool_merge where kept_id = any (:ids)
            """)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> Rows.id(row, "id", PoolPersonId::new))
                .set();
    }

    @Override
    public List<PoolPerson> lockFree(Collection<PoolPersonId> ids) {
        // one table is locked and nothing else looked at while it is: a row that changed meanwhile is checked again by
        // the
        // server, which did not survive that once where the lock stood inside a join
        return inOrder(Db.query("""
            with locked as materialized (
            select id from pool_person where id = any (:ids) and status in ('available', 'cooling') for update skip locked)
            select l.id from locked l
             where not exists (select from pool_claim c where c.person_id = l.id)
             order by l.id
            """)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> Rows.id(row, "id", PoolPersonId::new))
                .list());
    }

    private List<PoolPerson> inOrder(List<PoolPersonId> ids) {
        Map<PoolPersonId, PoolPerson> found =
                people.findAll(ids).stream().collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public Map<DomainName, CompanyGuard.Company> companies(ClientId client, Set<DomainName> domains, Instant since) {
        Map<DomainName, CompanyGuard.Company> found = new HashMap<>();
        Db.query("select * from app.company_contacts(:client, :domains, :since)")
                .bind("client", client)
                .bind("domains", domains.stream().map(DomainName::value).toArray(String[]::new))
                .bind("since", since)
                .map((row, context) -> found.put(
                        new DomainName(Rows.text(row, "domain_key")),
                        new CompanyGuard.Company(
                                row.getInt("open"),
                                row.getBoolean("touched_by_others"),
                                Rows.instantOrNull(row, "last_start"))))
                .list();
        return found;
    }

    @Override
    public List<Namesake> named(Set<NameKey> names, Instant since) {
        return Db.query("""
            select c.name_key, c.domain_key, c.employee_count,
                   (select count(*)::int from pool_person p
                     where p.company_id = c.id and p.status = 'available' and p.created_at >= :since) joined
              from pool_company c
             where c.name_key = any (:names) and c.domain_key is not null
             order by c.domain_key
            """)
                .bind("names", names.stream().map(NameKey::value).toArray(String[]::new))
                .bind("since", since)
                .map((row, context) -> new Namesake(
                        new NameKey(Rows.text(row, "name_key")),
                        new DomainName(Rows.text(row, "domain_key")),
                        Rows.intOrNull(row, "employee_count"),
                        row.getInt("joined")))
                .list();
    }

    @Override
    public Map<PoolPersonId, PastHolds> past(ClientId client, Collection<PoolPersonId> ids, Instant since) {
        Map<PoolPersonId, PastHolds> past = new HashMap<>();
        Db.query("""
            with who as (select id person, id from unnest(cast(:ids as uuid[])) id
                         union select kept_id, dropped_id from pool_merge where kept_id = any (:ids))
            select who.person person_id, count(*) filter (where event = 'claimed' and at > :since) claims,
                   array_agg(distinct reason) filter (where event = 'released' and client_id = :client) reasons,
                   (array_agg(client_id = :client and reason = 'client_cancelled'
                              order by at desc, e.created_at desc, e.id desc)
                       filter (where event = 'released'))[1] left_last
              from who join pool_claim_event e on e.person_id = who.id
             group by who.person
            """)
                .bind("ids", Db.uuids(ids))
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> past.put(
                        Rows.id(row, "person_id", PoolPersonId::new),
                        new PastHolds(
                                row.getInt("claims"),
                                Rows.texts(row, "reasons").stream()
                                        .map(reason -> Vocabulary.parse(ReleaseReason.class, reason)
                                                .orElseThrow())
                                        .collect(Collectors.toSet()),
                                row.getBoolean("left_last"))))
                .list();
        return past;
    }
}
