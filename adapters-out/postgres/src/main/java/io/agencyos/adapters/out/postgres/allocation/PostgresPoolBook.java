package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.PoolBook;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists over the tables of the pool; what twins brought is left out. */
public final class PostgresPoolBook implements PoolBook {

    private static final String PEOPLE = """
        select p.*, o.name as company_name, coalesce(p.industry, o.industry) as of_industry, c.client_id as holder
          from pool_person p
          left join pool_company o on o.id = p.company_id
          left join pool_claim c on c.person_id = p.id and c.status in ('active', 'converted')
         where not p.is_test\
        """;

    @Override
    public Stats stats() {
        return new Stats(
                counted("status", PoolStatus.class),
                counted("email_status", EmailStatus.class),
                Db.query("""
                    select coalesce(p.industry, o.industry) as name, count(*) as people
                      from pool_person p left join pool_company o on o.id = p.company_id
                     where not p.is_test and coalesce(p.industry, o.industry) is not null
                     group by 1 order by people desc, name limit 10
                    """)
                        .map((row, context) -> new Industry(Rows.text(row, "name"), row.getLong("people")))
                        .list());
    }

    /** @param column one of the two above, never a caller's text */
    private static <E extends Enum<E> & Vocabulary> Map<E, Long> counted(String column, Class<E> type) {
        Map<E, Long> counts = new EnumMap<>(type);
        Db.query("select " + column + " as word, count(*) as people from pool_person where not is_test group by 1")
                .map((row, context) -> counts.put(Rows.word(row, "word", type), row.getLong("people")))
                .list();
        return counts;
    }

    @Override
    public List<Use> uses() {
        return Db.query("""
            select c.client_id, c.name, count(*) filter (where k.status = 'active') as active,
                   count(*) filter (where k.status = 'converted') as converted
              from pool_claim k join client c on c.client_id = k.client_id
             where c.mode = 'live' and c.deleted_at is null and k.status in ('active', 'converted')
             group by c.client_id, c.name order by active desc, c.client_id
            """)
                .map((row, context) -> new Use(
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.text(row, "name"),
                        row.getLong("active"),
                        row.getLong("converted")))
                .list();
    }

    @Override
    public List<Person> people(Filter filter, @Nullable After after, int limit) {
        Criteria criteria = new Criteria(PEOPLE)
                .andAny("p.status = any (:statuses)", "statuses", some(filter.statuses()))
                .andAny("p.email_status = any (:emails)", "emails", some(filter.emails()))
                .and("coalesce(p.industry, o.industry) = :industry", "industry", filter.industry())
                .and("p.country = :country", "country", filter.country())
                .and(
                        "c.client_id = any (:holders)",
                        "holders",
                        filter.holders().isEmpty() ? null : Db.uuids(filter.holders()));
        if (after != null) {
            criteria.and("(p.created_at, p.id) < (:at, :last)")
                    .with("at", after.at())
                    .with("last", after.id());
        }
        return criteria.first(limit, "p.created_at desc, p.id desc")
                .map((row, context) -> person(row))
                .list();
    }

    private static <V extends Vocabulary> @Nullable Set<V> some(Set<V> words) {
        return words.isEmpty() ? null : words;
    }

    @Override
    public Optional<WithHistory> find(PoolPersonId id) {
        return Db.query(PEOPLE + " and p.id = :id")
                .bind("id", id)
                .map((row, context) -> person(row))
                .findOne()
                .map(person -> new WithHistory(person, history(id)));
    }

    private static List<Event> history(PoolPersonId id) {
        return Db.query("select * from pool_claim_event where person_id = :id order by at desc, id desc")
                .bind("id", id)
                .map((row, context) -> new Event(
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.word(row, "event", Happened.class),
                        Rows.wordOrNull(row, "reason", ReleaseReason.class),
                        Rows.instant(row, "at")))
                .list();
    }

    @Override
    public List<Hold> holds(List<ClientId> clients, Set<ClaimStatus> statuses, @Nullable After after, int limit) {
        Criteria criteria = new Criteria("""
            select k.*, c.name as client_name from pool_claim k join client c on c.client_id = k.client_id
             where c.mode = 'live' and c.deleted_at is null\
            """)
                .and("k.client_id = any (:clients)", "clients", clients.isEmpty() ? null : Db.uuids(clients))
                .andAny("k.status = any (:statuses)", "statuses", some(statuses));
        if (after != null) {
            criteria.and("(k.claimed_at, k.person_id) < (:at, :last)")
                    .with("at", after.at())
                    .with("last", after.id());
        }
        return criteria.first(limit, "k.claimed_at desc, k.person_id desc")
                .map((row, context) -> new Hold(
                        Rows.id(row, "person_id", PoolPersonId::new),
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.text(row, "client_name"),
                        Rows.id(row, "lead_id", LeadId::new),
                        Rows.word(row, "claimed_by", PoolClaim.ClaimedBy.class),
                        Rows.word(row, "status", ClaimStatus.class),
                        Rows.instant(row, "claimed_at")))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        String first = row.getString("first_name");
        String last = row.getString("last_name");
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return new Person(
                Rows.id(row, "id", PoolPersonId::new),
                name.isEmpty() ? null : name,
                row.getString("title"),
                row.getString("company_name"),
                row.getString("of_industry"),
                row.getString("country"),
                row.getString("email"),
                Rows.word(row, "email_status", EmailStatus.class),
                Rows.word(row, "status", PoolStatus.class),
                row.getString("source"),
                row.getInt("claims_12m"),
                Rows.instantOrNull(row, "last_contacted_at"),
                Rows.instantOrNull(row, "cooling_until"),
                Rows.idOrNull(row, "holder", ClientId::new),
                Rows.instant(row, "created_at"));
    }
}
