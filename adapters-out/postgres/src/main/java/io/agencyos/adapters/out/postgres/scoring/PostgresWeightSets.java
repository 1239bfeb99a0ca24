package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.weight.PlatformWeights;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.scoring.weight.InvalidWeights;
import io.agencyos.domain.scoring.weight.WeightProof;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A client's weights in {@code scoring_weights}. */
public final class PostgresWeightSets implements WeightSets {

    private static final int DECIMALS = 4;

    private final IdSource ids;

    public PostgresWeightSets(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public List<WeightSet> of(ClientId client) {
        return Db.query("""
            select version, source, status, pinned, expires_at, data_quality, authority, company_fit, timing, risk
              from scoring_weights where client_id = :client order by version
            """)
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    private static WeightSet read(ResultSet row) throws SQLException {
        return new WeightSet(
                Rows.word(row, "source", WeightsSource.class),
                row.getInt("version"),
                Rows.word(row, "status", WeightsStatus.class),
                row.getBoolean("pinned"),
                null,
                Rows.instantOrNull(row, "expires_at"),
                weights(row));
    }

    private static Result<Weights, InvalidWeights> weights(ResultSet row) throws SQLException {
        return Weights.of(
                row.getBigDecimal("data_quality"),
                row.getBigDecimal("authority"),
                row.getBigDecimal("company_fit"),
                row.getBigDecimal("timing"),
                row.getBigDecimal("risk"));
    }

    @Override
    public List<PlatformWeights> platform() {
        return Db.query("select * from platform_weights where superseded_at is null order by industry_segment nulls"
                        + " first")
                .map((row, context) -> new PlatformWeights(
                        row.getString("industry_segment"),
                        row.getInt("version"),
                        weights(row).orElseThrow(),
                        row.getLong("sample_size"),
                        row.getInt("contributing_clients"),
                        row.getBigDecimal("confidence"),
                        Rows.instant(row, "computed_at")))
                .list();
    }

    @Override
    public void replacePlatform(List<PlatformWeights> next, Instant at) {
        Db.update("""
            update platform_weights set superseded_at = :at, updated_at = now(), row_version = row_version + 1
             where superseded_at is null
            """).bind("at", at).execute();
        next.forEach(made -> valued(Db.update("""
            insert into platform_weights (id, industry_segment, version, data_quality, authority, company_fit, timing, risk, sample_size,
                   contributing_clients, confidence, computed_at)
            select :id, :industry, coalesce(max(version), 0) + 1, :quality, :authority, :fit, :timing, :risk, :conversions, :clients,
                   :confidence, :at
              from platform_weights where industry_segment is not distinct from :industry
            """), made.weights())
                .bind("id", ids.next())
                .bind("industry", made.industry())
                .bind("conversions", made.conversions())
                .bind("clients", made.clients())
                .bind("confidence", made.confidence())
                .bind("at", at)
                .execute());
    }

    private static Update valued(Update statement, Weights weights) {
        return statement
                .bind("quality", BigDecimal.valueOf(weights.dataQuality(), DECIMALS))
                .bind("authority", BigDecimal.valueOf(weights.authority(), DECIMALS))
                .bind("fit", BigDecimal.valueOf(weights.companyFit(), DECIMALS))
                .bind("timing", BigDecimal.valueOf(weights.timing(), DECIMALS))
                .bind("risk", BigDecimal.valueOf(weights.risk(), DECIMALS));
    }

    @Override
    public void insert(ClientId client, WeightSet set, @Nullable WeightProof proof, Instant at) {
        Weights weights = set.weights().orElseThrow();
        boolean promoted = set.status() == WeightsStatus.PROMOTED;
        valued(Db.update("""
            insert into scoring_weights (client_id, id, version, source, status, pinned, data_quality, authority,
                   company_fit, timing, risk, w0, tau, n, k, cut_off, coverage_min_score, metrics, promoted_at, created_at)
            values (:client, :id, :version, :source, :status, :pinned, :quality, :authority, :fit, :timing, :risk,
                   :w0, :tau, :n, :k, :cutOff, :lowest, :metrics, :promoted, :at)
            """), weights)
                .bind("client", client)
                .bind("id", ids.next())
                .bind("version", set.version())
                .bind("source", set.source())
                .bind("status", set.status())
                .bind("pinned", set.pinned())
                .bindByType("w0", proof == null ? null : Json.of(proof.reference()), Json.class)
                .bindByType("tau", proof == null ? null : proof.strength(), BigDecimal.class)
                .bindByType("n", proof == null ? null : proof.leads(), Long.class)
                .bindByType("k", proof == null ? null : proof.conversions(), Long.class)
                .bindByType("cutOff", proof == null ? null : proof.cutOff(), Instant.class)
                .bindByType("lowest", proof == null ? null : proof.lowestScore(), Integer.class)
                .bindByType("metrics", proof == null ? null : Json.of(Metrics.of(proof)), Json.class)
                .bindByType("promoted", promoted ? at : null, Instant.class)
                .bind("at", at)
                .execute();
    }

    /** What of a proof is a document: nobody asks for it by its parts. */
    private record Metrics(
            Measured before, Measured after, BigDecimal pValue, BigDecimal tierShift, int steps, List<String> reasons) {

        private record Measured(BigDecimal auc, BigDecimal logLoss, BigDecimal brier) {

            static Measured of(WeightProof.Measured measured) {
                return new Measured(measured.auc(), measured.logLoss(), measured.brier());
            }

            WeightProof.Measured read() {
                return new WeightProof.Measured(auc, logLoss, brier);
            }
        }

        static Metrics of(WeightProof proof) {
            return new Metrics(
                    Measured.of(proof.before()),
                    Measured.of(proof.after()),
                    proof.pValue(),
                    proof.tierShift(),
                    proof.steps(),
                    proof.reasons());
        }
    }

    private static @Nullable WeightProof proof(ResultSet row) throws SQLException {
        String stored = row.getString("metrics");
        if (stored == null) {
            return null;
        }
        Metrics metrics = new Json(stored).as(Metrics.class);
        return new WeightProof(
                new Json(Rows.text(row, "w0")).as(Weights.class),
                row.getBigDecimal("tau"),
                row.getLong("n"),
                row.getLong("k"),
                Rows.instant(row, "cut_off"),
                row.getInt("coverage_min_score"),
                metrics.before().read(),
                metrics.after().read(),
                metrics.pValue(),
                metrics.tierShift(),
                metrics.steps(),
                metrics.reasons());
    }

    @Override
    public List<ShowWeights.Version> history(ClientId client) {
        return Db.query("select * from scoring_weights where client_id = :client order by version desc")
                .bind("client", client)
                .map((row, context) -> new ShowWeights.Version(
                        row.getObject("id", UUID.class),
                        read(row),
                        proof(row),
                        Rows.instant(row, "created_at"),
                        Rows.instantOrNull(row, "promoted_at"),
                        Rows.instantOrNull(row, "retired_at")))
                .list();
    }

    @Override
    public Optional<Owned> find(UUID id) {
        return Db.query("select * from scoring_weights where id = :id")
                .bind("id", id)
                .map((row, context) -> new Owned(Rows.id(row, "client_id", ClientId::new), read(row)))
                .findOne();
    }

    @Override
    public void retire(ClientId client, WeightsSource source, Instant at) {
        Db.update("""
            update scoring_weights set status = 'retired', retired_at = :at, row_version = row_version + 1
             where client_id = :client and source = :source and status = 'promoted'
            """)
                .bind("client", client)
                .bind("source", source)
                .bind("at", at)
                .execute();
    }

    @Override
    public void confirm(ClientId client, WeightsSource source, Instant at) {
        Db.update("""
            update scoring_weights set expires_at = :expires, row_version = row_version + 1
             where client_id = :client and source = :source and status = 'promoted' and expires_at is not null
            """)
                .bind("client", client)
                .bind("source", source)
                .bind("expires", at.plus(WeightSet.LEARNED_HOLDS))
                .execute();
    }

    @Override
    public boolean promote(ClientId client, WeightsSource source, int version, Instant at) {
        Optional<WeightSet> stored = of(client).stream()
                .filter(set -> set.source() == source && set.version() == version)
                .findFirst();
        stored.ifPresent(set -> {
            retire(client, source, at);
            put(client, set.moved(WeightsStatus.PROMOTED, at), at);
        });
        return stored.isPresent();
    }

    private static void put(ClientId client, WeightSet promoted, Instant at) {
        Db.update("""
            update scoring_weights
               set status = :status, promoted_at = :at, expires_at = :expires, row_version = row_version + 1
             where client_id = :client and source = :source and version = :version
            """)
                .bind("client", client)
                .bind("source", promoted.source())
                .bind("version", promoted.version())
                .bind("status", promoted.status())
                .bind("at", at)
                .bindByType("expires", promoted.expiresAt(), Instant.class)
                .execute();
    }
}
