package io.agencyos.application.platform.export;

import io.agencyos.application.platform.AuditFilter;
import io.agencyos.domain.platform.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audit log as a table, newest first. Source: api 6, 9.9, 9.17. */
public final class AuditTable {

    public static final List<String> COLUMNS = List.of(
            "at",
            "client_id",
            "actor_type",
            "actor_id",
            "on_behalf_of",
            "action",
            "outcome",
            "resource_type",
            "resource_id",
            "changes",
            "metadata",
            "ip",
            "request_id");

    private static final int PART = 1000;

    /** At most so many entries behind a place. */
    @FunctionalInterface
    public interface Log {

        List<AuditEntry> page(Optional<AuditFilter.Place> after, int limit);
    }

    private AuditTable() {}

    /** @param place as the part before told it; null for the first */
    public static Sheet.Part part(Log log, @Nullable String place) {
        List<AuditEntry> page = log.page(
                Optional.ofNullable(place)
                        .map(PartPlace::of)
                        .map(found -> new AuditFilter.Place(found.at(), found.id())),
                PART);
        return new Sheet.Part(
                page.stream().map(AuditTable::row).toList(),
                page.size() < PART
                        ? Optional.empty()
                        : Optional.of(new PartPlace(
                                        page.getLast().at(), page.getLast().id())
                                .text()));
    }

    private static List<Cell> row(AuditEntry entry) {
        return List.of(
                Cell.of(entry.at()),
                Cell.told(entry.clientId() == null ? null : entry.clientId().text()),
                Cell.of(entry.actor().kind()),
                Cell.told(entry.actor().id()),
                Cell.told(entry.actor().onBehalfOf()),
                Cell.of(entry.action()),
                Cell.of(entry.outcome()),
                Cell.of(entry.resourceType()),
                Cell.told(entry.resourceId()),
                Cell.of(entry.changes().entrySet().stream()
                        .map(change ->
                                change.getKey() + ": " + said(change.getValue().before()) + " → "
                                        + said(change.getValue().after()))
                        .collect(Collectors.joining("; "))),
                Cell.of(pairs(entry.metadata())),
                Cell.told(
                        entry.origin().ip() == null ? null : entry.origin().ip().text()),
                Cell.of(entry.origin().requestId()));
    }

    private static String said(@Nullable String value) {
        return value == null ? "–" : value;
    }

    private static String pairs(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("; "));
    }
}
