package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Counters in {@code quota_counter}, holders in {@code quota_reservation}. Every method locks the counters it changes in
 * ascending order of their key and in one statement, so that two units of work never wait for each other in a circle;
 * what it decides it decides on rows that nobody else can change meanwhile (I4).
 */
public final class PostgresQuotas implements Quotas {

    private static final String KEY_TYPES = "target_id uuid, metric text, period_start timestamptz";

    @Override
    public Map<TouchId, Counter> reserve(ClientId client, List<Claim> claims) {
        Map<TouchId, Counter> refused = new LinkedHashMap<>();
        Map<Counter, Integer> taken = lock(client, claims);
        Map<Counter, Integer> reserved = new LinkedHashMap<>();
        RowSet holders = new RowSet();
        for (Claim claim : claims) {
            Optional<Bound> full = claim.bounds().stream()
                    .filter(bound -> taken.getOrDefault(bound.counter(), 0) >= bound.limit())
                    .findFirst();
            if (full.isPresent()) {
                refused.put(claim.touch(), full.get().counter());
                continue;
            }
            for (Bound bound : claim.bounds()) {
                taken.merge(bound.counter(), 1, Integer::sum);
                reserved.merge(bound.counter(), 1, Integer::sum);
                key(holders.row(), bound.counter()).set("job_id", claim.touch());
            }
        }
        if (!holders.isEmpty()) {
            hold(client, reserved, holders);
        }
        return refused;
    }

    /** Makes the counters that are missing, locks all, and answers how much of each is taken. */
    private static Map<Counter, Integer> lock(ClientId client, List<Claim> claims) {
        Map<Counter, Integer> limits = new LinkedHashMap<>();
        claims.forEach(claim -> claim.bounds().forEach(bound -> limits.put(bound.counter(), bound.limit())));
        Map<Counter, Integer> taken = new HashMap<>();
        if (limits.isEmpty()) {
            return taken;
        }
        RowSet rows = new RowSet();
        limits.forEach((counter, limit) -> key(rows.row(), counter).set("limit_value", limit));
        // inserting and locking in one ordered statement: were they two, one unit could wait for a row that another has
        // inserted while that one waits for a row that the first has locked
        Db.query("""
            insert into quota_counter as c (client_id, target_id, metric, period_start, limit_value)
            select :client, target_id, metric, period_start, limit_value
              from jsonb_to_recordset(:rows) as r(\
            """ + KEY_TYPES + """
            , limit_value int)
             order by target_id, metric, period_start
            on conflict (client_id, target_id, metric, period_start) do update
               set limit_value = excluded.limit_value, updated_at = now()
            returning target_id, metric, period_start, reserved + used taken
            """)
                .bind("client", client)
                .bind("rows", rows.json())
                .map((row, context) -> taken.put(counter(row), row.getInt("taken")))
                .list();
        return taken;
    }

    private static void hold(ClientId client, Map<Counter, Integer> reserved, RowSet holders) {
        Db.update("""
            with held as (
                insert into quota_reservation (client_id, job_id, target_id, metric, period_start)
                select :client, job_id, target_id, metric, period_start
                  from jsonb_to_recordset(:holders) as r(job_id uuid,\
            """ + " " + KEY_TYPES + """
            ))
            update quota_counter c
               set reserved = c.reserved + r.units, updated_at = now(), row_version = c.row_version + 1
              from jsonb_to_recordset(:rows) as r(\
            """ + KEY_TYPES + """
            , units int)
             where c.client_id = :client and c.target_id = any (:targets) and c.target_id = r.target_id
               and c.metric = r.metric and c.period_start = r.period_start
            """)
                .bind("client", client)
                .bind("holders", holders.json())
                .bind("targets", targets(reserved.keySet()))
                .bind("rows", units(reserved).json())
                .execute();
    }

    @Override
    public void release(ClientId client, Collection<TouchId> touches) {
        end(client, touches, 0);
    }

    @Override
    public Set<TouchId> use(ClientId client, Collection<TouchId> touches) {
        Set<TouchId> empty = new HashSet<>(touches);
        empty.removeAll(end(client, touches, 1));
        return empty;
    }

    /** Ends what these touches hold, with so many used units in the place of each; answers those that held something. */
    private static Set<TouchId> end(ClientId client, Collection<TouchId> touches, int used) {
        if (touches.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Db.query("""
            with ended as (
                delete from quota_reservation where client_id = :client and job_id = any (:touches)
                returning job_id, target_id, metric, period_start),
            locked as (
                select c.target_id, c.metric, c.period_start from quota_counter c
                 where c.client_id = :client and (c.target_id, c.metric, c.period_start) in (
                       select target_id, metric, period_start from ended)
                 order by c.target_id, c.metric, c.period_start
                   for update),
            counted as (
                update quota_counter c
                   set reserved = c.reserved - e.units, used = c.used + :used * e.units, updated_at = now(),
                       row_version = c.row_version + 1
                  from (select l.target_id, l.metric, l.period_start, count(*)::int units
                          from locked l join ended using (target_id, metric, period_start)
                         group by l.target_id, l.metric, l.period_start) e
                 where c.client_id = :client and c.target_id = e.target_id and c.metric = e.metric
                   and c.period_start = e.period_start)
            select distinct job_id from ended
            """)
                .bind("client", client)
                .bind("touches", Db.uuids(touches))
                .bind("used", used)
                .mapTo(TouchId.class)
                .list());
    }

    @Override
    public void book(ClientId client, List<Claim> claims) {
        Map<Counter, Integer> limits = new LinkedHashMap<>();
        Map<Counter, Integer> used = new LinkedHashMap<>();
        claims.forEach(claim -> claim.bounds().forEach(bound -> {
            limits.put(bound.counter(), bound.limit());
            used.merge(bound.counter(), 1, Integer::sum);
        }));
        if (used.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        used.forEach((counter, units) ->
                key(rows.row(), counter).set("units", units).set("limit_value", limits.get(counter)));
        Db.update("""
            insert into quota_counter as c (client_id, target_id, metric, period_start, limit_value, used, row_version)
            select :client, target_id, metric, period_start, limit_value, units, 1
              from jsonb_to_recordset(:rows) as r(\
            """ + KEY_TYPES + """
            , limit_value int, units int)
             order by target_id, metric, period_start
            on conflict (client_id, target_id, metric, period_start) do update
               set used = c.used + excluded.used, updated_at = now(), row_version = c.row_version + 1
            """)
                .bind("client", client)
                .bind("rows", rows.json())
                .execute();
    }

    @Override
    public Map<TouchId, List<Counter>> held(ClientId client, Collection<TouchId> touches) {
        Map<TouchId, List<Counter>> held = new HashMap<>();
        Db.query("""
            select job_id, target_id, metric, period_start from quota_reservation
             where client_id = :client and job_id = any (:touches)
             order by job_id, target_id, metric, period_start
            """)
                .bind("client", client)
                .bind("touches", Db.uuids(touches))
                .map((row, context) -> held.computeIfAbsent(
                                Rows.id(row, "job_id", TouchId::new), touch -> new ArrayList<>())
                        .add(counter(row)))
                .list();
        return held;
    }

    @Override
    public Map<Counter, Count> counts(ClientId client, Collection<Counter> counters) {
        Map<Counter, Count> counts = new HashMap<>();
        if (counters.isEmpty()) {
            return counts;
        }
        RowSet rows = new RowSet();
        Set.copyOf(counters).forEach(counter -> key(rows.row(), counter));
        // version 0: only ever asked for in vain
        Db.query("""
            select c.target_id, c.metric, c.period_start, c.reserved, c.used
              from jsonb_to_recordset(:rows) as r(\
            """ + KEY_TYPES + """
            )
              join quota_counter c on c.target_id = r.target_id and c.metric = r.metric
                   and c.period_start = r.period_start
             where c.client_id = :client and c.target_id = any (:targets) and c.row_version > 0
            """)
                .bind("client", client)
                .bind("targets", targets(counters))
                .bind("rows", rows.json())
                .map((row, context) -> counts.put(counter(row), new Count(row.getInt("reserved"), row.getInt("used"))))
                .list();
        return counts;
    }

    private static RowSet units(Map<Counter, Integer> units) {
        RowSet rows = new RowSet();
        units.forEach((counter, count) -> key(rows.row(), counter).set("units", count));
        return rows;
    }

    private static UUID[] targets(Collection<Counter> counters) {
        return counters.stream().map(Counter::target).distinct().toArray(UUID[]::new);
    }

    private static RowSet key(RowSet row, Counter counter) {
        return row.set("target_id", counter.target())
                .set("metric", counter.metric())
                .set("period_start", counter.periodStart());
    }

    private static Counter counter(ResultSet row) throws SQLException {
        return new Counter(
                row.getObject("target_id", UUID.class),
                Rows.word(row, "metric", QuotaMetric.class),
                Rows.instant(row, "period_start"));
    }
}
