package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs of the flow {@code pool_assignment} in {@code flow_run}; how far one got is its outcome. */
public final class PostgresAssignmentRuns implements AssignmentRuns {

    private static final String SELECT =
            "select client_id, id, dedupe_key, params, outcome, started_at, finished_at from flow_run ";

    /** What stands in {@code params}. */
    private record Params(String source, UUID campaign, String key, int requested) {}

    /** What stands in {@code outcome}. */
    private record Outcome(
            int assigned,
            int enrolled,
            int explored,
            long points,
            Map<String, Integer> refused,
            Map<String, Integer> tiers,
            @Nullable String stopped,
            @Nullable String widen) {}

    @Override
    public Optional<Run> find(ClientId client, Source source, String key) {
        return Db.query(SELECT + "where client_id = :client and flow = 'pool_assignment' and dedupe_key = :key")
                .bind("client", client)
                .bind("key", dedupeKey(source, key))
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<Run> findForUpdate(ClientId client, RunId id) {
        return Db.query(SELECT + "where client_id = :client and id = :id and flow = 'pool_assignment' for update")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void insert(Run run) {
        Db.update("""
            insert into flow_run (client_id, id, flow, trigger, dedupe_key, concurrency_key, params, status, priority,
                   scheduled_for, created_at, started_at, items_total, items_done, outcome)
            select :client, :id, flow, 'api', :key, cast(:id as text), :params, 'running', priority, :started, :started,
                   :started, :requested, :assigned, :outcome
              from flow_definition where flow = 'pool_assignment'
            """)
                .bind("client", run.clientId())
                .bind("id", run.id())
                .bind("key", dedupeKey(run.source(), run.key()))
                .bind(
                        "params",
                        Json.of(new Params(run.source().wire(), run.campaignId().value(), run.key(), run.requested())))
                .bind("started", run.startedAt())
                .bind("requested", run.requested())
                .bind("assigned", run.progress().assigned())
                .bind("outcome", Json.of(outcome(run.progress())))
                .execute();
    }

    @Override
    public void update(Run run) {
        boolean whole = run.progress().assigned() >= run.requested();
        Db.update("""
            update flow_run
               set items_done = :assigned, outcome = :outcome, finished_at = :finished, status = :status,
                   progress_pct = round(100.0 * :assigned / greatest(items_total, 1), 2), updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and id = :id
            """)
                .bind("client", run.clientId())
                .bind("id", run.id())
                .bind("assigned", run.progress().assigned())
                .bind("outcome", Json.of(outcome(run.progress())))
                .bindByType("finished", run.finishedAt(), Instant.class)
                .bind("status", run.finishedAt() == null ? "running" : whole ? "succeeded" : "partial")
                .execute();
    }

    @Override
    public int assignedSince(ClientId client, Instant since) {
        return Db.query("""
            select coalesce(sum(items_done), 0) from flow_run
             where client_id = :client and flow = 'pool_assignment' and started_at >= :since
               and params ->> 'source' = 'pool'
            """)
                .bind("client", client)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    private static String dedupeKey(Source source, String key) {
        return source.wire() + ":" + key;
    }

    private static Outcome outcome(Progress progress) {
        return new Outcome(
                progress.assigned(),
                progress.enrolled(),
                progress.explored(),
                progress.scoreSum(),
                wires(progress.refused()),
                wires(progress.tiers()),
                progress.stopped() == null ? null : progress.stopped().wire(),
                progress.widen() == null ? null : progress.widen().wire());
    }

    private static Map<String, Integer> wires(Map<? extends Vocabulary, Integer> counts) {
        Map<String, Integer> wires = new LinkedHashMap<>();
        counts.forEach((word, count) -> wires.put(word.wire(), count));
        return wires;
    }

    private static <E extends Enum<E> & Vocabulary> Map<E, Integer> words(Class<E> type, Map<String, Integer> counts) {
        Map<E, Integer> words = new LinkedHashMap<>();
        counts.forEach((wire, count) -> words.put(word(type, wire), count));
        return words;
    }

    private static <E extends Enum<E> & Vocabulary> E word(Class<E> type, String wire) {
        return Vocabulary.parse(type, wire)
                .orElseThrow(() -> new IllegalStateException("an assignment run holds an unknown word: " + wire));
    }

    private static Run read(ResultSet row) throws SQLException {
        Params params = Objects.requireNonNull(Rows.jsonOrNull(row, "params")).as(Params.class);
        Outcome outcome =
                Objects.requireNonNull(Rows.jsonOrNull(row, "outcome")).as(Outcome.class);
        return new Run(
                Rows.id(row, "id", RunId::new),
                Rows.id(row, "client_id", ClientId::new),
                new CampaignId(params.campaign()),
                word(Source.class, params.source()),
                params.key(),
                params.requested(),
                new Progress(
                        outcome.assigned(),
                        outcome.enrolled(),
                        outcome.explored(),
                        outcome.points(),
                        words(AssignmentRefusal.class, outcome.refused()),
                        words(Tier.class, outcome.tiers()),
                        outcome.stopped() == null ? null : word(AssignmentRefusal.class, outcome.stopped()),
                        outcome.widen() == null ? null : word(IcpFilter.Dimension.class, outcome.widen())),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "finished_at"));
    }
}
