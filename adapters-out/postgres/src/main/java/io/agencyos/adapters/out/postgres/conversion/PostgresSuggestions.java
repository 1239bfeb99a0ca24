package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.suggest.Suggestion;
import io.agencyos.application.conversion.suggest.Suggestions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Rows of {@code campaign_suggestion} and {@code campaign_suggestion_event}. */
public final class PostgresSuggestions implements Suggestions {

    @Override
    public Optional<Suggestion> find(ClientId client, UUID id) {
        return Db.query("select * from campaign_suggestion where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> suggestion(row))
                .findOne();
    }

    @Override
    public List<Suggestion> list(ClientId client, Filter filter, int limit) {
        return Db.query("""
            select * from campaign_suggestion
             where client_id = :client
               and (cardinality(:types::text[]) = 0 or type = any (:types))
               and (cardinality(:statuses::text[]) = 0 or status = any (:statuses))
               and (:campaign::uuid is null or campaign_id = :campaign)
             order by priority desc, created_at desc, id limit :limit
            """)
                .bind("client", client)
                .bind("types", Db.wires(filter.types()))
                .bind("statuses", Db.wires(filter.statuses()))
                .bindByType("campaign", filter.campaign(), CampaignId.class)
                .bind("limit", limit)
                .map((row, context) -> suggestion(row))
                .list();
    }

    @Override
    public List<Suggestion> toMeasure(ClientId client, Instant appliedUntil) {
        return Db.query("""
            select * from campaign_suggestion
             where client_id = :client and status = 'applied' and measured_effect is null and applied_at <= :until
             order by applied_at, id
            """)
                .bind("client", client)
                .bind("until", appliedUntil)
                .map((row, context) -> suggestion(row))
                .list();
    }

    @Override
    public void insert(Suggestion suggestion) {
        bound(Db.update("""
            insert into campaign_suggestion (client_id, id, campaign_id, type, status, title, description, action, rationale,
                   pattern_versions, confidence, priority, risk_level, dedupe_key, expires_at, current_metrics, measured_effect,
                   created_at, updated_at)
            values (:client, :id, :campaign, :type, :status, :title, :description, :action, :rationale, :patterns,
                   :confidence, :priority, :risk, :dedupeKey, :expiresAt, :current::jsonb, :measured::jsonb, :createdAt, :createdAt)
            """), suggestion)
                .bindByType("campaign", suggestion.campaignId(), CampaignId.class)
                .bind("type", suggestion.type())
                .bind("action", NodeJson.json(suggestion.action()))
                .bind("dedupeKey", suggestion.dedupeKey())
                .bind("createdAt", suggestion.createdAt())
                .execute();
    }

    @Override
    public Suggestion update(Suggestion suggestion) {
        return bound(Db.query("""
            update campaign_suggestion
               set status = :status, title = :title, description = :description, rationale = :rationale,
                   pattern_versions = :patterns, confidence = :confidence, priority = :priority, risk_level = :risk,
                   expires_at = :expiresAt, reviewed_at = :reviewedAt, reviewed_by = :reviewedBy, applied_at = :appliedAt,
                   apply_error = :applyError, rejection_reason = :rejection, current_metrics = :current::jsonb,
                   measured_effect = :measured::jsonb, updated_at = now(), row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            returning *
            """), suggestion)
                .bind("version", suggestion.version())
                .bindByType("reviewedAt", suggestion.reviewedAt(), Instant.class)
                .bindByType("reviewedBy", suggestion.reviewedBy(), UserId.class)
                .bindByType("appliedAt", suggestion.appliedAt(), Instant.class)
                .bind("applyError", suggestion.applyError())
                .bind("rejection", suggestion.rejectionReason())
                .map((row, context) -> suggestion(row))
                .findOne()
                .orElseThrow(() -> new ConcurrentUpdate("campaign suggestion " + suggestion.id()));
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Suggestion suggestion) {
        return statement
                .bind("client", suggestion.clientId())
                .bind("id", suggestion.id())
                .bind("status", suggestion.status())
                .bind("title", suggestion.title())
                .bind("description", suggestion.description())
                .bind("rationale", NodeJson.json(suggestion.rationale()))
                .bind("patterns", NodeJson.json(suggestion.patterns()))
                .bind("confidence", suggestion.confidence())
                .bind("priority", suggestion.priority())
                .bind("risk", suggestion.risk())
                .bind("expiresAt", suggestion.expiresAt())
                .bind("current", text(suggestion.metrics().current()))
                .bind("measured", text(suggestion.metrics().measured()));
    }

    private static @Nullable String text(Node.@Nullable Members document) {
        return document == null ? null : document.canonical();
    }

    private static Node.@Nullable Members document(@Nullable String text) {
        return text == null ? null : NodeJson.document(text);
    }

    @Override
    public void append(Step step) {
        Db.update("""
            insert into campaign_suggestion_event (client_id, id, suggestion_id, old_status, new_status, actor_id, reason,
                   created_at)
            values (:client, :id, :suggestion, :before, :after, :by, :reason, :at)
            """)
                .bind("client", step.clientId())
                .bind("id", step.id())
                .bind("suggestion", step.suggestion())
                .bindByType("before", step.before(), SuggestionStatus.class)
                .bind("after", step.after())
                .bindByType("by", step.by(), UserId.class)
                .bind("reason", step.reason())
                .bind("at", step.at())
                .execute();
    }

    @Override
    public List<Step> history(ClientId client, UUID suggestion) {
        return Db.query("""
            select * from campaign_suggestion_event where client_id = :client and suggestion_id = :suggestion
             order by created_at, id
            """)
                .bind("client", client)
                .bind("suggestion", suggestion)
                .map((row, context) -> new Step(
                        row.getObject("id", UUID.class),
                        client,
                        suggestion,
                        Rows.wordOrNull(row, "old_status", SuggestionStatus.class),
                        Rows.word(row, "new_status", SuggestionStatus.class),
                        Rows.idOrNull(row, "actor_id", UserId::new),
                        row.getString("reason"),
                        Rows.instant(row, "created_at")))
                .list();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.word(row, "type", SuggestionType.class),
                Rows.word(row, "status", SuggestionStatus.class),
                Rows.text(row, "title"),
                Rows.text(row, "description"),
                NodeJson.document(Rows.text(row, "action")),
                NodeJson.document(Rows.text(row, "rationale")),
                NodeJson.document(Rows.text(row, "pattern_versions")),
                row.getBigDecimal("confidence"),
                row.getInt("priority"),
                Rows.word(row, "risk_level", Candidate.Risk.class),
                Rows.text(row, "dedupe_key"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "reviewed_at"),
                Rows.idOrNull(row, "reviewed_by", UserId::new),
                Rows.instantOrNull(row, "applied_at"),
                row.getString("apply_error"),
                row.getString("rejection_reason"),
                new Suggestion.Metrics(
                        document(row.getString("current_metrics")), document(row.getString("measured_effect"))),
                row.getInt("row_version"));
    }
}
