package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.AlertBook;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What staff has to know, in {@code alert}; closed ones stay as history. */
public final class PostgresAlerts implements Alerts, AlertBook {

    private static final String STATE =
            "case when a.resolved_at is not null then 'closed' when a.acked_at is null then 'open' else 'acknowledged'"
                    + " end";

    private final IdSource ids;

    public PostgresAlerts(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public void raise(Alert alert) {
        Db.update("""
            insert into alert as a (id, fingerprint, severity, source, client_id, title, detail, count, first_at, last_at)
            values (:id, :fingerprint, :severity, :source, :client, :title, :detail, :count, :first, :last)
            on conflict (fingerprint) where resolved_at is null do update
               set count = a.count + 1, severity = excluded.severity, title = excluded.title, detail = excluded.detail,
                   last_at = excluded.last_at, updated_at = now(), row_version = a.row_version + 1
            """)
                .bind("id", ids.next())
                .bind("fingerprint", alert.fingerprint())
                .bind("severity", alert.severity())
                .bind("source", alert.source())
                .bindByType("client", alert.clientId(), ClientId.class)
                .bind("title", alert.title())
                .bind("detail", Json.of(alert.detail()))
                .bind("count", alert.count())
                .bind("first", alert.firstAt())
                .bind("last", alert.lastAt())
                .execute();
    }

    @Override
    public void resolveOthers(String source, Collection<String> stillOpen, Instant at) {
        resolve(null, source, stillOpen, at);
    }

    @Override
    public void resolveOthersOf(ClientId client, String source, Collection<String> stillOpen, Instant at) {
        resolve(client, source, stillOpen, at);
    }

    private static void resolve(@Nullable ClientId client, String source, Collection<String> stillOpen, Instant at) {
        Db.update("""
            update alert set resolved_at = :at, updated_at = now(), row_version = row_version + 1
             where source = :source and resolved_at is null and fingerprint <> all (:open)
               and (:client::uuid is null or client_id = :client)
            """)
                .bindByType("client", client, ClientId.class)
                .bind("source", source)
                .bind("at", at)
                .bind("open", stillOpen.toArray(String[]::new))
                .execute();
    }

    @Override
    public List<Alert> open(int limit) {
        return Db.query("select * from alert where resolved_at is null order by last_at desc, fingerprint limit :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Listed> page(Filter filter, @Nullable After after, int limit) {
        Criteria criteria = new Criteria("select a.* from alert a where true")
                .and(
                        "a.source = any (:sources)",
                        "sources",
                        filter.sources().isEmpty() ? null : filter.sources().toArray(String[]::new))
                .andAny("a.severity = any (:severities)", "severities", some(filter.severities()))
                .andAny(STATE + " = any (:states)", "states", some(filter.states()))
                .and(
                        "a.client_id = any (:clients)",
                        "clients",
                        filter.clients().isEmpty() ? null : Db.uuids(filter.clients()));
        if (after != null) {
            criteria.and("(a.last_at, a.id) < (:at, :last)")
                    .with("at", after.lastAt())
                    .with("last", after.id());
        }
        return criteria.first(limit, "a.last_at desc, a.id desc")
                .map((row, context) -> listed(row))
                .list();
    }

    private static <V extends Vocabulary> @Nullable Set<V> some(Set<V> words) {
        return words.isEmpty() ? null : words;
    }

    @Override
    public Optional<Listed> acknowledge(UUID id, UserId by, Instant at) {
        return Db.query("""
            update alert
               set acked_by = coalesce(acked_by, :by), acked_at = coalesce(acked_at, :at), updated_at = now(),
                   row_version = row_version + 1
             where id = :id
            returning *
            """)
                .bind("id", id)
                .bind("by", by)
                .bind("at", at)
                .map((row, context) -> listed(row))
                .findOne();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                read(row),
                Rows.idOrNull(row, "acked_by", UserId::new),
                Rows.instantOrNull(row, "acked_at"),
                Rows.instantOrNull(row, "resolved_at"));
    }

    static Alert read(ResultSet row) throws SQLException {
        Json detail = Rows.jsonOrNull(row, "detail");
        return new Alert(
                Rows.text(row, "fingerprint"),
                Rows.word(row, "severity", Alert.Severity.class),
                Rows.text(row, "source"),
                Rows.idOrNull(row, "client_id", ClientId::new),
                Rows.text(row, "title"),
                detail == null ? Map.of() : detail.as(new TypeReference<Map<String, String>>() {}),
                row.getInt("count"),
                Rows.instant(row, "first_at"),
                Rows.instant(row, "last_at"));
    }
}
