package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.AuditFilter;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The log in {@code audit_log}; an entry of the platform stands under the nil client. */
public final class PostgresAudit implements Audit {

    private static final UUID NIL = new UUID(0, 0);
    private static final String OLD = "old";
    private static final String NEW = "new";

    @Override
    public void append(AuditEntry entry) {
        AuditEntry.Actor actor = entry.actor();
        AuditEntry.Origin origin = entry.origin();
        IpAddress ip = origin.ip();
        Db.update("""
            insert into audit_log (client_id, id, at, actor_kind, actor_id, on_behalf_of, action, outcome, metadata,
                   resource_type, resource_id, changes, ip, user_agent, request_id)
            values (:client, :id, :at, :kind, :actor, :behalf, :action, :outcome, :metadata, :type, :resource, :changes,
                   :ip::inet, :agent, :request)
            """)
                .bind("client", tenant(entry.clientId()))
                .bind("id", entry.id())
                .bind("at", entry.at())
                .bind("kind", actor.kind())
                .bindByType("actor", actor.id(), UUID.class)
                .bindByType("behalf", actor.onBehalfOf(), UUID.class)
                .bind("action", entry.action())
                .bind("outcome", entry.outcome())
                .bindByType("metadata", entry.metadata().isEmpty() ? null : Json.of(entry.metadata()), Json.class)
                .bind("type", entry.resourceType())
                .bindByType("resource", entry.resourceId(), UUID.class)
                .bindByType("changes", entry.changes().isEmpty() ? null : changes(entry), Json.class)
                .bind("ip", ip == null ? null : ip.text())
                .bind("agent", origin.userAgent())
                .bind("request", origin.requestId())
                .execute();
    }

    @Override
    public List<AuditEntry> newest(@Nullable ClientId client, int limit) {
        return Db.query("""
            select a.*, host(a.ip) as host from audit_log a
             where a.client_id = :client order by a.at desc, a.id desc limit :limit
            """)
                .bind("client", tenant(client))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<AuditEntry> page(
            List<ClientId> clients, AuditFilter filter, Optional<AuditFilter.Place> after, int limit) {
        return Db.query("""
            select a.*, host(a.ip) as host from audit_log a
             where (:everywhere or a.client_id = any (:clients))
               and (cardinality(:actors::uuid[]) = 0 or a.actor_id = any (:actors))
               and (cardinality(:actions::text[]) = 0 or a.action = any (:actions))
               and (cardinality(:types::text[]) = 0 or a.resource_type = any (:types))
               and (cardinality(:resources::uuid[]) = 0 or a.resource_id = any (:resources))
               and (:from::timestamptz is null or a.at >= :from)
               and (:to::timestamptz is null or a.at < :to)
               and (:after::timestamptz is null or (a.at, a.id) < (:after, :last))
             order by a.at desc, a.id desc
             limit :limit
            """)
                .bind("everywhere", clients.isEmpty())
                .bind("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .bind("actors", filter.actors().toArray(UUID[]::new))
                .bind(
                        "actions",
                        filter.actions().stream().map(AuditAction::wire).toArray(String[]::new))
                .bind("types", filter.resourceTypes().toArray(String[]::new))
                .bind("resources", filter.resources().toArray(UUID[]::new))
                .bindByType("from", filter.from(), Instant.class)
                .bindByType("to", filter.to(), Instant.class)
                .bindByType("after", after.map(AuditFilter.Place::at).orElse(null), Instant.class)
                .bindByType("last", after.map(AuditFilter.Place::id).orElse(null), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public int removeOld(Instant now, AuditRetention retention, int most) {
        return Db.query("select maint.forget_audit(:before, :longBefore, :types, :actions, :most)")
                .bind("before", retention.oldest(now))
                .bind("longBefore", retention.oldestOfAll(now))
                .bind("types", AuditRetention.LONG_LIVED_TYPES.toArray(String[]::new))
                .bind(
                        "actions",
                        AuditRetention.LONG_LIVED_ACTIONS.stream()
                                .map(AuditAction::wire)
                                .toArray(String[]::new))
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        UUID client = row.getObject("client_id", UUID.class);
        String ip = row.getString("host");
        return new AuditEntry(
                row.getObject("id", UUID.class),
                Rows.instant(row, "at"),
                NIL.equals(client) ? null : new ClientId(client),
                new AuditEntry.Actor(
                        Rows.word(row, "actor_kind", AuditEntry.Actor.Kind.class),
                        row.getObject("actor_id", UUID.class),
                        row.getObject("on_behalf_of", UUID.class)),
                Rows.word(row, "action", AuditAction.class),
                Rows.word(row, "outcome", AuditEntry.Outcome.class),
                Rows.text(row, "resource_type"),
                row.getObject("resource_id", UUID.class),
                changes(Rows.jsonOrNull(row, "changes")),
                metadata(Rows.jsonOrNull(row, "metadata")),
                new AuditEntry.Origin(
                        ip == null ? null : IpAddress.parse(ip).orElseThrow(),
                        row.getString("user_agent"),
                        row.getString("request_id")));
    }

    private static Json changes(AuditEntry entry) {
        Map<String, Map<String, @Nullable String>> fields = new LinkedHashMap<>();
        entry.changes().forEach((field, change) -> {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            values.put(OLD, change.before());
            values.put(NEW, change.after());
            fields.put(field, values);
        });
        return Json.of(fields);
    }

    private static Map<String, AuditEntry.Change> changes(@Nullable Json json) {
        Map<String, AuditEntry.Change> changes = new LinkedHashMap<>();
        if (json != null) {
            json.as(new TypeReference<Map<String, Map<String, @Nullable String>>>() {})
                    .forEach((field, values) ->
                            changes.put(field, new AuditEntry.Change(values.get(OLD), values.get(NEW))));
        }
        return changes;
    }

    private static Map<String, String> metadata(@Nullable Json json) {
        return json == null ? Map.of() : json.as(new TypeReference<Map<String, String>>() {});
    }

    private static UUID tenant(@Nullable ClientId client) {
        return client == null ? NIL : client.value();
    }
}
