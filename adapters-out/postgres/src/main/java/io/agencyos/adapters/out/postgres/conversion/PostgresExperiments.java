package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.ExperimentStatus;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ExperimentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.VariantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Rows of {@code content_experiment}, {@code content_variant} and {@code content_assignment}. */
public final class PostgresExperiments implements Experiments {

    private static final String OF_CLIENT = "select * from content_experiment where client_id = :client";

    @Override
    public void insert(Experiment experiment) {
        bound(Db.update("""
            insert into content_experiment (client_id, id, campaign_id, step_no, element, reward, status, stop_reason,
                   rate_before, adopted_variant_id, started_at, ended_at, looked_at)
            values (:client, :id, :campaign, :step, :element, :reward, :status, :reason, :rate, :adopted, :started, :ended,
                   :looked)
            """), experiment)
                .bind("campaign", experiment.campaignId())
                .bind("step", experiment.stepNo())
                .bind("element", experiment.element())
                .bind("reward", experiment.reward())
                .bind("rate", experiment.rateBefore())
                .bind("started", experiment.startedAt())
                .execute();
        writeVariants(experiment);
    }

    @Override
    public Experiment update(Experiment experiment) {
        int written = bound(Db.update("""
            update content_experiment
               set status = :status, stop_reason = :reason, adopted_variant_id = :adopted, ended_at = :ended,
                   looked_at = :looked, updated_at = now(), row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """), experiment)
                .bind("version", experiment.version())
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("content experiment " + experiment.id().text());
        }
        writeVariants(experiment);
        return experiment.next();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Experiment experiment) {
        return statement
                .bind("client", experiment.clientId())
                .bind("id", experiment.id())
                .bind("status", experiment.status())
                .bind("reason", experiment.stopReason())
                .bindByType("adopted", experiment.adopted(), VariantId.class)
                .bindByType("ended", experiment.endedAt(), Instant.class)
                .bindByType("looked", experiment.lookedAt(), Instant.class);
    }

    private static void writeVariants(Experiment experiment) {
        RowSet rows = new RowSet();
        for (int i = 0; i < experiment.variants().size(); i++) {
            Variant variant = experiment.variants().get(i);
            rows.row()
                    .set("id", variant.id())
                    .set("arm", i + 1)
                    .set("name", variant.name())
                    .set("text", variant.text())
                    .set("allocation", variant.allocation())
                    .set("probability", variant.probability())
                    .set("n", variant.n())
                    .set("k", variant.k())
                    .set("retired_at", variant.retiredAt())
                    .set("harmful", variant.harmful());
        }
        Db.update("""
            insert into content_variant as old (client_id, id, experiment_id, arm, name, text, allocation, probability, n, k,
                   retired_at, harmful)
            select :client, id, :experiment, arm, name, text, allocation, probability, n, k, retired_at, harmful
              from jsonb_to_recordset(:rows) as r(id uuid, arm smallint, name text, text text, allocation numeric,
                   probability numeric, n bigint, k bigint, retired_at timestamptz, harmful boolean)
            on conflict (client_id, id) do update
               set allocation = excluded.allocation, probability = excluded.probability, n = excluded.n, k = excluded.k,
                   retired_at = excluded.retired_at, harmful = excluded.harmful, updated_at = now(),
                   row_version = old.row_version + 1
            """)
                .bind("client", experiment.clientId())
                .bind("experiment", experiment.id())
                .bind("rows", rows.json())
                .execute();
    }

    @Override
    public Optional<Experiment> find(ClientId client, ExperimentId id) {
        return read(
                        client,
                        Db.query(OF_CLIENT + " and id = :id")
                                .bind("client", client)
                                .bind("id", id))
                .stream()
                .findFirst();
    }

    @Override
    public List<Experiment> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria wanted = new Criteria(OF_CLIENT)
                .with("client", client)
                .and("campaign_id = :campaign", "campaign", filter.campaign());
        if (!filter.statuses().isEmpty()) {
            wanted.andAny("status = any (:statuses)", "statuses", filter.statuses());
        }
        if (after != null) {
            wanted.and("(started_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.startedAt())
                    .with("afterId", after.id());
        }
        return read(client, wanted.first(limit, "started_at desc, id desc"));
    }

    @Override
    public List<Experiment> inForce(ClientId client) {
        return read(
                client,
                Db.query(OF_CLIENT + " and (status = 'running' or adopted_variant_id is not null)"
                                + " order by started_at, id")
                        .bind("client", client));
    }

    /** The experiments of a question, and their variants by one more. */
    private static List<Experiment> read(ClientId client, Query question) {
        Map<ExperimentId, RowMaker> made = new LinkedHashMap<>();
        question.map((row, context) -> made.put(Rows.id(row, "id", ExperimentId::new), RowMaker.of(row)))
                .list();
        if (made.isEmpty()) {
            return List.of();
        }
        Map<ExperimentId, List<Variant>> variants = new HashMap<>();
        Db.query("""
            select * from content_variant where client_id = :client and experiment_id = any (:experiments)
             order by experiment_id, arm
            """)
                .bind("client", client)
                .bind("experiments", Db.uuids(made.keySet()))
                .map((row, context) -> variants.computeIfAbsent(
                                Rows.id(row, "experiment_id", ExperimentId::new), none -> new ArrayList<>())
                        .add(variant(row)))
                .list();
        return made.entrySet().stream()
                .map(each -> each.getValue().with(variants.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    /** A row of an experiment that waits for its variants. */
    @FunctionalInterface
    private interface RowMaker {
        Experiment with(List<Variant> variants);

        static RowMaker of(ResultSet row) throws SQLException {
            ExperimentId id = Rows.id(row, "id", ExperimentId::new);
            ClientId client = Rows.id(row, "client_id", ClientId::new);
            CampaignId campaign = Rows.id(row, "campaign_id", CampaignId::new);
            int step = row.getInt("step_no");
            Variation.Element element = Rows.word(row, "element", Variation.Element.class);
            Reward reward = Rows.word(row, "reward", Reward.class);
            ExperimentStatus status = Rows.word(row, "status", ExperimentStatus.class);
            String reason = row.getString("stop_reason");
            BigDecimal rate = row.getBigDecimal("rate_before");
            VariantId adopted = Rows.idOrNull(row, "adopted_variant_id", VariantId::new);
            Instant started = Rows.instant(row, "started_at");
            Instant ended = Rows.instantOrNull(row, "ended_at");
            Instant looked = Rows.instantOrNull(row, "looked_at");
            int version = row.getInt("row_version");
            return variants -> new Experiment(
                    id, client, campaign, step, element, reward, status, reason, rate, variants, adopted, started,
                    ended, looked, version);
        }
    }

    private static Variant variant(ResultSet row) throws SQLException {
        return new Variant(
                Rows.id(row, "id", VariantId::new),
                Rows.text(row, "name"),
                row.getString("text"),
                row.getBigDecimal("allocation"),
                row.getBigDecimal("probability"),
                row.getLong("n"),
                row.getLong("k"),
                Rows.instantOrNull(row, "retired_at"),
                row.getBoolean("harmful"));
    }

    @Override
    public List<Assigned> assigned(ClientId client, Collection<ExperimentId> experiments, Collection<LeadId> leads) {
        return Db.query("""
            select experiment_id, lead_id, variant_id from content_assignment
             where client_id = :client and experiment_id = any (:experiments) and lead_id = any (:leads)
             order by experiment_id, lead_id
            """)
                .bind("client", client)
                .bind("experiments", Db.uuids(experiments))
                .bind("leads", Db.uuids(leads))
                .map((row, context) -> new Assigned(
                        Rows.id(row, "experiment_id", ExperimentId::new),
                        Rows.id(row, "lead_id", LeadId::new),
                        Rows.id(row, "variant_id", VariantId::new)))
                .list();
    }

    @Override
    public void assign(ClientId client, Collection<Assigned> assigned, Instant now) {
        RowSet rows = new RowSet();
        assigned.forEach(each -> rows.row()
                .set("experiment_id", each.experiment())
                .set("lead_id", each.lead())
                .set("variant_id", each.variant()));
        Db.update("""
            insert into content_assignment (client_id, experiment_id, lead_id, variant_id, created_at)
            select :client, experiment_id, lead_id, variant_id, :now
              from jsonb_to_recordset(:rows) as r(experiment_id uuid, lead_id uuid, variant_id uuid)
            on conflict (client_id, experiment_id, lead_id) do nothing
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("rows", rows.json())
                .execute();
    }

    @Override
    public Map<VariantId, Variant.Tally> tallies(Experiment experiment, Instant now) {
        return ExperimentCounts.tallies(experiment, now);
    }

    @Override
    public Before before(ClientId client, Channel channel, int bucket, Reward reward, Instant now) {
        return ExperimentCounts.before(client, channel, bucket, reward, now);
    }
}
