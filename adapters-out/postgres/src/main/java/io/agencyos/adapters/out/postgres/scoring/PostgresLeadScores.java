package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.scoring.store.ListScores;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.Gate;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of scores in {@code lead_score}; how the explanation is kept is {@link StoredExplanation}'s. */
public final class PostgresLeadScores implements LeadScores {

    private static final RowShape ROWS = new RowShape("scores", """
        client_id uuid, id uuid, lead_id uuid, score smallint, tier text, tier_source text, gates text[],
        data_quality smallint, authority smallint, company_fit smallint, timing smallint, risk smallint,
        buyer_boost smallint, buyer_reason text, linkedin_boost smallint, tech_boost smallint, boost_signals text[],
        explanation jsonb, result_digest text, weights_version int, weights_source text, facts_version int,
        model_version text, cause text, created_at timestamptz, facts jsonb, missing text[]\
        """);

    @Override
    public void insertAll(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        RowBatch rows = new RowBatch(ROWS);
        entries.forEach(entry -> add(rows.row(), entry));
        RowBatch.Ready all = rows.ready();
        Db.later(() -> all.update("""
            insert into lead_score (client_id, id, lead_id, score, tier, tier_source, gates, data_quality, authority,
                   company_fit, timing, risk, buyer_boost, buyer_reason, linkedin_boost, tech_boost, boost_signals,
                   explanation, result_digest, weights_version, weights_source, facts_version, model_version, cause,
                   created_at, facts, missing)
            select client_id, id, lead_id, score, tier, tier_source, gates, data_quality, authority, company_fit, timing, risk,
                   buyer_boost, buyer_reason, linkedin_boost, tech_boost, boost_signals, explanation, result_digest,
                   weights_version, weights_source, facts_version, model_version, cause, created_at,
                   jsonb_strip_nulls(facts), missing
              from {rows}
            """).execute());
    }

    private static void add(RowBatch row, Entry entry) {
        ScoreSnapshot snapshot = entry.snapshot();
        row.set("client_id", entry.clientId())
                .set("id", entry.id())
                .set("lead_id", entry.leadId())
                .set("score", snapshot.score().value())
                .set("tier", snapshot.tier())
                .set("tier_source", snapshot.tierSource())
                .set("gates", snapshot.gates().stream().map(Vocabulary::wire).toList())
                .set("data_quality", snapshot.components().dataQuality())
                .set("authority", snapshot.components().authority())
                .set("company_fit", snapshot.components().companyFit())
                .set("timing", snapshot.components().timing())
                .set("risk", snapshot.components().risk())
                .set("buyer_boost", snapshot.buyerBoost())
                .set("buyer_reason", snapshot.buyerReason())
                .set("linkedin_boost", snapshot.linkedInBoost())
                .set("tech_boost", snapshot.techBoost())
                .set("boost_signals", snapshot.boostSignals())
                .set("explanation", StoredExplanation.of(snapshot.explanation()))
                .set("result_digest", entry.digest())
                .set("weights_version", snapshot.weightsVersion())
                .set("weights_source", snapshot.weightsSource())
                .set("facts_version", snapshot.factsVersion())
                .set("model_version", snapshot.modelVersion())
                .set("cause", snapshot.cause())
                .set("created_at", entry.scoredAt())
                .set("facts", entry.frozen() == null ? null : StoredFacts.of(entry.frozen()))
                .set("missing", entry.frozen() == null ? null : StoredMissing.of(entry.frozen()));
    }

    @Override
    public List<Entry> history(ClientId client, LeadId lead, ListScores.@Nullable After after, int limit) {
        return Db.query("""
            select * from lead_score
             where client_id = :client and lead_id = :lead
               and (cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(:after as uuid)))
             order by created_at desc, id desc
             limit :limit
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bindByType("at", after == null ? null : after.scoredAt(), Instant.class)
                .bindByType("after", after == null ? null : after.id().value(), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static Entry read(ResultSet row) throws SQLException {
        AlsScore score = AlsScore.of(row.getInt("score"));
        return new Entry(
                Rows.id(row, "id", LeadScoreId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "lead_id", LeadId::new),
                new ScoreSnapshot(
                        score,
                        Rows.word(row, "tier", Tier.class),
                        Rows.word(row, "tier_source", TierSource.class),
                        Rows.texts(row, "gates").stream()
                                .map(gate -> Vocabulary.parse(Gate.class, gate).orElseThrow())
                                .toList(),
                        new AlsResult.Components(
                                row.getInt("data_quality"),
                                row.getInt("authority"),
                                row.getInt("company_fit"),
                                row.getInt("timing"),
                                row.getInt("risk")),
                        row.getInt("buyer_boost"),
                        row.getString("buyer_reason"),
                        row.getInt("linkedin_boost"),
                        row.getInt("tech_boost"),
                        Rows.texts(row, "boost_signals"),
                        StoredExplanation.read(row, score),
                        row.getInt("weights_version"),
                        Rows.word(row, "weights_source", WeightsSource.class),
                        row.getInt("facts_version"),
                        Rows.text(row, "model_version"),
                        Rows.word(row, "cause", ScoreCause.class)),
                Rows.text(row, "result_digest"),
                Rows.instant(row, "created_at"),
                frozen(row));
    }

    private static @Nullable FrozenFacts frozen(ResultSet row) throws SQLException {
        Json facts = Rows.jsonOrNull(row, "facts");
        return facts == null ? null : facts.as(StoredFacts.class).frozen();
    }

    @Override
    public Map<LeadId, Newest> newest(ClientId client, Collection<LeadId> leads) {
        Map<LeadId, Newest> newest = new HashMap<>();
        Db.query("""
            select s.lead_id, s.id, s.result_digest
              from (select distinct lead from unnest(:leads) lead) wanted
             cross join lateral (
                   select lead_id, id, result_digest from lead_score
                    where client_id = :client and lead_id = wanted.lead
                    order by created_at desc, id desc limit 1) s
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .map((row, context) -> newest.put(
                        Rows.id(row, "lead_id", LeadId::new),
                        new Newest(Rows.id(row, "id", LeadScoreId::new), Rows.text(row, "result_digest"))))
                .list();
        return newest;
    }
}
