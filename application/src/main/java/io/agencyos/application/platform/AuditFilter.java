package io.agencyos.application.platform;

import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log. An empty list or null does not narrow. Source: api 6.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(
        List<UUID> actors,
        List<AuditAction> actions,
        List<String> resourceTypes,
        List<UUID> resources,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(List.of(), List.of(), List.of(), List.of(), null, null);

    public AuditFilter {
        actors = List.copyOf(actors);
        actions = List.copyOf(actions);
        resourceTypes = List.copyOf(resourceTypes);
        resources = List.copyOf(resources);
    }

    /** Where a reader of the log stands. */
    public record Place(Instant at, UUID id) {}

    public boolean lets(AuditEntry entry) {
        return (actors.isEmpty()
                        || entry.actor().id() != null
                                && actors.contains(entry.actor().id()))
                && (actions.isEmpty() || actions.contains(entry.action()))
                && (resourceTypes.isEmpty() || resourceTypes.contains(entry.resourceType()))
                && (resources.isEmpty() || entry.resourceId() != null && resources.contains(entry.resourceId()))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to));
    }
}
