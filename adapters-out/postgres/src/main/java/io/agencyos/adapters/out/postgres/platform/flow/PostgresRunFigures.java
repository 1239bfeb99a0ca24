package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures over {@code flow_run}; those that are unfinished are few. */
public final class PostgresRunFigures implements RunFigures {

    @Override
    public List<Backlog> backlogs(Instant now) {
        return backlogs(new Criteria("r.code_version > 0"), now);
    }

    @Override
    public List<Backlog> backlogs(ClientId client, Instant now) {
        return backlogs(new Criteria("r.code_version > 0").and("r.client_id = :client", "client", client), now);
    }

    private static List<Backlog> backlogs(Criteria which, Instant now) {
        Map<WorkClass, Backlog> found = which
                .within("""
                    select r.work_class,
                           count(*) filter (where r.status = 'queued' and f.enabled
                                              and coalesce(r.not_before, r.scheduled_for) <= :now) as due,
                           min(case when r.started_at is null then r.scheduled_for else coalesce(r.not_before, r.scheduled_for) end)
                               filter (where r.status = 'queued' and f.enabled
                                         and coalesce(r.not_before, r.scheduled_for) <= :now) as oldest,
                           count(*) filter (where r.status in ('dispatched', 'running') and r.lease_until >= :now) as in_flight
                      from flow_run r join flow_definition f on f.flow = r.flow
                     where r.status in ('queued', 'dispatched', 'running') and {conditions}
                     group by r.work_class
                    """)
                .bind("now", now)
                .map((row, context) -> new Backlog(
                        Rows.word(row, "work_class", WorkClass.class),
                        row.getInt("due"),
                        Rows.instantOrNull(row, "oldest"),
                        row.getInt("in_flight")))
                .stream()
                .collect(Collectors.toMap(Backlog::work, Function.identity()));
        return Stream.of(WorkClass.values())
                .map(work -> found.getOrDefault(work, new Backlog(work, 0, null, 0)))
                .toList();
    }

    @Override
    public Map<String, Ended> ended(ClientId client, Instant since) {
        return Db.query("""
            select flow, count(*) filter (where status = 'succeeded') succeeded,
                   count(*) filter (where status = 'partial') partial, count(*) filter (where status = 'failed') failed
              from flow_run
             where client_id = :client and created_at > :since and status in ('succeeded', 'partial', 'failed')
             group by flow
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> Map.entry(
                        Rows.text(row, "flow"),
                        new Ended(row.getInt("succeeded"), row.getInt("partial"), row.getInt("failed"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<Latency> latency(Instant since) {
        return Db.query("""
            select percentile_disc(0.5) within group (order by waited) as median,
                   percentile_disc(0.95) within group (order by waited) as p95
              from (select (extract(epoch from started_at - scheduled_for) * 1000)::bigint as waited
                      from flow_run where started_at > :since
                       and dispatched_at is not null) begun
            having count(*) > 0
            """)
                .bind("since", since)
                .map((row, context) ->
                        new Latency(Duration.ofMillis(row.getLong("median")), Duration.ofMillis(row.getLong("p95"))))
                .findOne();
    }

    @Override
    public int resumedSince(Instant since) {
        return Db.query("select count(*) from flow_run where resumed_at > :since")
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Optional<Instant> unknownSince() {
        return Db.query("select started_at from flow_run where items_unknown > 0 order by started_at limit 1")
                .map((row, context) -> Rows.instant(row, "started_at"))
                .findOne();
    }

    @Override
    public Map<String, Instant> lastSuccess() {
        return Db.query("""
            select flow, coalesce(max(finished_at) filter (where status in ('succeeded', 'partial')), min(created_at)) as at
              from flow_run where client_id = :platform group by flow
            """)
                .bind("platform", Run.PLATFORM)
                .map((row, context) -> Map.entry(Rows.text(row, "flow"), Rows.instant(row, "at")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Defect> defects(Instant since) {
        return Db.query("""
            select flow, last_error, count(*) as runs from flow_run
             where status = 'failed' and last_error_code = 'INTERNAL' and last_error_at > :since
             group by flow, last_error order by flow, last_error
            """)
                .bind("since", since)
                .map((row, context) ->
                        new Defect(Rows.text(row, "flow"), Rows.text(row, "last_error"), row.getInt("runs")))
                .list();
    }
}
