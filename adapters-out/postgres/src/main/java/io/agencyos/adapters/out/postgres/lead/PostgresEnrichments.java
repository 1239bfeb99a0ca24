package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.scoring.DeepEnrichmentGate;
import io.agencyos.domain.scoring.DeepEnrichmentGate.Trigger;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code lead_enrichment}; that a person's record was bought stands with the person. */
public final class PostgresEnrichments implements Enrichments {

    private static final String OF_CAMPAIGN =
            " l.client_id = :client and l.deleted_at is null and (cast(:campaign as uuid) is null or l.campaign_id ="
                    + " :campaign)";

    @Override
    public Map<LeadId, Enrichment> of(ClientId client, Collection<LeadId> leads) {
        return Db.query("select * from lead_enrichment where client_id = :client and lead_id = any (:ids)")
                .bind("client", client)
                .bind("ids", Db.uuids(leads))
                .map((row, context) -> read(client, row))
                .list()
                .stream()
                .collect(Collectors.toMap(Enrichment::lead, Function.identity()));
    }

    private static Enrichment read(ClientId client, ResultSet row) throws SQLException {
        List<Trigger> triggers = Rows.texts(row, "deep_triggers").stream()
                .map(word -> Vocabulary.parse(Trigger.class, word).orElseThrow())
                .toList();
        return new Enrichment(
                client,
                Rows.id(row, "lead_id", LeadId::new),
                Rows.word(row, "state", Enrichment.State.class),
                row.getInt("misses"),
                Rows.instant(row, "state_at"),
                Rows.instantOrNull(row, "enriched_at"),
                row.getString("source"),
                Rows.word(row, "credit", Enrichment.Credit.class),
                row.getInt("vendor_credits"),
                Rows.intOrNull(row, "confidence"),
                new DeepEnrichmentGate.Decision(row.getBoolean("deep"), triggers));
    }

    @Override
    public void saveAll(Collection<Enrichment> enrichments) {
        if (enrichments.isEmpty()) {
            return;
        }
        var batch = Db.batch("""
            insert into lead_enrichment as e (client_id, lead_id, state, misses, state_at, enriched_at, source, credit,
                                              vendor_credits, confidence, deep, deep_triggers)
            values (:client, :lead, :state, :misses, :at, :enriched, :source, :credit, :cost, :confidence, :deep, :triggers)
            on conflict (client_id, lead_id) do update
               set state = excluded.state, misses = excluded.misses, state_at = excluded.state_at,
                   enriched_at = excluded.enriched_at, source = excluded.source, credit = excluded.credit,
                   vendor_credits = excluded.vendor_credits, confidence = excluded.confidence, deep = excluded.deep,
                   deep_triggers = excluded.deep_triggers, updated_at = now(), row_version = e.row_version + 1
            """);
        for (Enrichment one : enrichments) {
            batch.bind("client", one.clientId())
                    .bind("lead", one.lead())
                    .bind("state", one.state())
                    .bind("misses", one.misses())
                    .bind("at", one.at())
                    .bindByType("enriched", one.enrichedAt(), Instant.class)
                    .bind("source", one.source())
                    .bind("credit", one.credit())
                    .bind("cost", one.vendorCredits())
                    .bind("confidence", one.confidence())
                    .bind("deep", one.deep().eligible())
                    .bind(
                            "triggers",
                            one.deep().triggers().stream().map(Trigger::wire).toArray(String[]::new))
                    .add();
        }
        batch.execute();
    }

    @Override
    public int reserved(ClientId client, Instant since) {
        return Db.query("""
            select count(*) from lead_enrichment
             where client_id = :client and credit = 'reserved' and state_at >= :since
            """)
                .bind("client", client)
                .bind("since", since)
                .mapTo(int.class)
                .one();
    }

    @Override
    public List<LeadId> page(ClientId client, @Nullable CampaignId campaign, @Nullable LeadId after, int limit) {
        return Db.query("select l.id from lead l where" + OF_CAMPAIGN
                        + " and (cast(:after as uuid) is null or l.id > :after) order by l.id limit :limit")
                .bind("client", client)
                .bindByType("campaign", campaign, CampaignId.class)
                .bindByType("after", after, LeadId.class)
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
    }

    @Override
    public int count(ClientId client, @Nullable CampaignId campaign) {
        return Db.query("select count(*) from lead l where" + OF_CAMPAIGN)
                .bind("client", client)
                .bindByType("campaign", campaign, CampaignId.class)
                .mapTo(int.class)
                .one();
    }

    @Override
    public Set<PoolPersonId> boughtSince(Collection<PoolPersonId> people, Instant since) {
        return Db.query("select id from pool_person where id = any (:ids) and enriched_at >= :since")
                .bind("ids", Db.uuids(people))
                .bind("since", since)
                .map((row, context) -> Rows.id(row, "id", PoolPersonId::new))
                .set();
    }

    @Override
    public void bought(Collection<PoolPersonId> people, Instant at) {
        Db.update("""
            update pool_person set enriched_at = :at, updated_at = now(), row_version = row_version + 1
             where id = any (:ids)
            """).bind("ids", Db.uuids(people)).bind("at", at).execute();
    }
}
