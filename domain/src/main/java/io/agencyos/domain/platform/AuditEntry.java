package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to what: one line of the append-only audit log, written in the transaction of the change. Values of
 * secret fields are replaced here, so that no caller can forget it; message bodies are referred to by id, never copied.
 * Source: api 6.
 *
 * @param clientId null for what concerns no client, such as a sign-in
 * @param resourceType lower-snake name of the kind of thing, such as {@code user}
 * @param changes by field
 * @param metadata ids and words
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable ClientId clientId,
        Actor actor,
        AuditAction action,
        Outcome outcome,
        String resourceType,
        @Nullable UUID resourceId,
        Map<String, Change> changes,
        Map<String, String> metadata,
        Origin origin) {

    private static final String REDACTED = "***";
    private static final Set<String> SECRET_WORDS = Set.of("password", "token", "key", "secret", "hash", "payload");

    public AuditEntry {
        Map<String, Change> shown = new LinkedHashMap<>();
        changes.forEach((field, change) -> shown.put(field, isSecret(field) ? change.redacted() : change));
        changes = Collections.unmodifiableMap(shown);
        Map<String, String> told = new LinkedHashMap<>();
        metadata.forEach((field, value) -> told.put(field, isSecret(field) ? REDACTED : value));
        metadata = Collections.unmodifiableMap(told);
    }

    private static boolean isSecret(String field) {
        return Arrays.stream(field.split("_")).anyMatch(SECRET_WORDS::contains);
    }

    /** Who acted, and for whom where that is somebody else. */
    public record Actor(
            Kind kind, @Nullable UUID id, @Nullable UUID onBehalfOf) {

        /** Sort of actor. */
        public enum Kind implements Vocabulary {
            /** A person who is signed in. */
            USER,
            /** A program with a key. */
            API_KEY,
            /** The product itself, or who runs the installation. */
            SYSTEM,
            /** A vendor's call. */
            VENDOR,
            /** Staff in a support session. */
            SUPPORT
        }

        public static Actor user(UUID id) {
            return new Actor(Kind.USER, id, null);
        }

        /** Staff, in the client that is looked after. */
        public static Actor support(UUID staff, UUID client) {
            return new Actor(Kind.SUPPORT, staff, client);
        }

        public static Actor apiKey(UUID id) {
            return new Actor(Kind.API_KEY, id, null);
        }

        public static Actor system() {
            return new Actor(Kind.SYSTEM, null, null);
        }
    }

    /** How it ended. */
    public enum Outcome implements Vocabulary {
        /** It was done. */
        OK,
        /** It was refused. */
        DENIED,
        /** It failed. */
        ERROR
    }

    /** A field's value before and after; null where there was or is none. */
    public record Change(@Nullable String before, @Nullable String after) {

        private Change redacted() {
            return new Change(before == null ? null : REDACTED, after == null ? null : REDACTED);
        }
    }

    /** Where a request came from; all unknown for the product's own work. */
    public record Origin(
            @Nullable IpAddress ip,
            @Nullable String userAgent,
            @Nullable String requestId) {

        public static final Origin NONE = new Origin(null, null, null);
    }
}
