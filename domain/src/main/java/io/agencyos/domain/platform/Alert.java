package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff of the platform has to know, open until its cause is gone. Source: data model 5.13, api 9.17.
 *
 * @param fingerprint names the cause; raised again while open it is the same alert
 * @param source the part of the product that found it
 * @param clientId whom it is about, or null
 * @param detail ids, words and numbers
 * @param count how often it was raised
 */
public record Alert(
        String fingerprint,
        Severity severity,
        String source,
        @Nullable ClientId clientId,
        String title,
        Map<String, String> detail,
        int count,
        Instant firstAt,
        Instant lastAt) {

    /** How urgent it is. */
    public enum Severity implements Vocabulary {
        /** For later. */
        INFO,
        /** For today. */
        WARNING,
        /** For now. */
        CRITICAL
    }

    public Alert {
        detail = Map.copyOf(detail);
    }

    /** One that is raised for the first time. */
    public static Alert of(
            String fingerprint,
            Severity severity,
            String source,
            @Nullable ClientId clientId,
            String title,
            Map<String, String> detail,
            Instant at) {
        return new Alert(fingerprint, severity, source, clientId, title, detail, 1, at, at);
    }

    /** The same, raised once more. */
    public Alert again(Alert newest) {
        return new Alert(
                fingerprint,
                newest.severity,
                source,
                clientId,
                newest.title,
                newest.detail,
                count + 1,
                firstAt,
                newest.lastAt);
    }
}
