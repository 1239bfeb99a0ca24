package io.agencyos.domain.platform.webhook;

import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * An address to which a client has events sent. Source: api 8, 11.
 *
 * @param secret what signs
 * @param previous what signs beside it until {@code previousUntil}, after a rotation
 */
@AggregateRoot
public record WebhookEndpoint(
        @Identity WebhookEndpointId id,
        ClientId clientId,
        Wish wish,
        WebhookSecret secret,
        @Nullable WebhookSecret previous,
        @Nullable Instant previousUntil,
        Standing standing,
        Instant createdAt,
        int version) {

    /** So long the old secret signs beside the new one. Source: api 9.18. */
    public static final Duration BOTH_SIGN = Duration.ofHours(24);

    private static final Duration WARNED_AFTER = Duration.ofHours(24);
    private static final Duration DISABLED_AFTER = Duration.ofDays(5);

    /**
     * What a client may decide.
     *
     * @param events none for every event, future ones too
     * @param headers sent along; never those of the signature, of the host or of the content
     */
    public record Wish(
            String name,
            WebhookUrl url,
            Set<EventName> events,
            List<Header> headers,
            Duration timeout,
            int maxAttempts) {

        public Wish {
            events = Set.copyOf(events);
            headers = List.copyOf(headers);
        }

        public boolean wants(EventName event) {
            return events.isEmpty() || events.contains(event);
        }
    }

    /** A header of the client's own; its value may be a secret. */
    public record Header(String name, String value) {

        @Override
        public String toString() {
            return name + ": ***";
        }
    }

    /**
     * How it fares.
     *
     * @param failingSince the first failure after the last success
     */
    public record Standing(
            boolean active,
            @Nullable String disabledReason,
            @Nullable Instant disabledAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,
            @Nullable Instant failingSince) {

        public static final Standing NEW = new Standing(true, null, null, null, null, null);

        public Standing succeeded(Instant at) {
            return new Standing(active, disabledReason, disabledAt, at, lastFailureAt, null);
        }

        public Standing failed(Instant at) {
            return new Standing(
                    active, disabledReason, disabledAt, lastSuccessAt, at, failingSince == null ? at : failingSince);
        }

        public Standing disabled(String reason, Instant at) {
            return new Standing(false, reason, at, lastSuccessAt, lastFailureAt, failingSince);
        }

        /** Active again, as if it had never failed. */
        public Standing reactivated() {
            return new Standing(true, null, null, lastSuccessAt, lastFailureAt, null);
        }

        /** Failing without a success for a day: somebody should know. */
        public boolean deservesWarning(Instant now) {
            return failingSince != null && !now.isBefore(failingSince.plus(WARNED_AFTER));
        }

        /** Failing without a success for five days: nothing more is sent. */
        public boolean isHopeless(Instant now) {
            return failingSince != null && !now.isBefore(failingSince.plus(DISABLED_AFTER));
        }
    }

    /** What signs a request now, the newest first. */
    public List<WebhookSecret> signers(Instant now) {
        boolean both = previous != null && previousUntil != null && now.isBefore(previousUntil);
        return both ? Stream.of(secret, previous).toList() : List.of(secret);
    }

    public WebhookEndpoint with(Wish other) {
        return new WebhookEndpoint(id, clientId, other, secret, previous, previousUntil, standing, createdAt, version);
    }

    public WebhookEndpoint with(Standing other) {
        return new WebhookEndpoint(id, clientId, wish, secret, previous, previousUntil, other, createdAt, version);
    }

    /** With a new secret; the old one signs beside it for a day. */
    public WebhookEndpoint rotated(WebhookSecret fresh, Instant now) {
        return new WebhookEndpoint(
                id, clientId, wish, fresh, secret, now.plus(BOTH_SIGN), standing, createdAt, version);
    }

    public WebhookEndpoint atVersion(int stored) {
        return new WebhookEndpoint(id, clientId, wish, secret, previous, previousUntil, standing, createdAt, stored);
    }
}
