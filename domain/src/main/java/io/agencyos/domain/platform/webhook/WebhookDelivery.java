package io.agencyos.domain.platform.webhook;

import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint. Source: api 11.3.
 *
 * @param redelivery sent by hand once more, with the same event
 * @param nextAttemptAt when it is due; null once it has ended
 */
public record WebhookDelivery(
        WebhookDeliveryId id,
        ClientId clientId,
        WebhookEndpointId endpointId,
        DomainEvent event,
        boolean redelivery,
        Status status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt) {

    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    /** Where it stands. */
    public enum Status implements Vocabulary {
        /** Not tried yet. */
        PENDING,
        /** Tried, and to be tried again. */
        RETRYING,
        /** Taken. */
        SUCCEEDED,
        /** Given up. */
        FAILED,
        /** Its endpoint was switched off for too long. */
        CANCELLED;

        public boolean isOpen() {
            return this == PENDING || this == RETRYING;
        }
    }

    /**
     * What came of one request.
     *
     * @param status the receiver's, null where there was no answer
     * @param error what went wrong where there was none, for a person to read
     * @param response how the answer's body begins
     * @param retryAfter when the receiver asks to be asked again
     */
    public record Attempt(
            int number,
            Instant at,
            Duration duration,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String response,
            @Nullable Duration retryAfter) {

        private static final int GONE = 410;
        private static final int OK = 200;
        private static final int REDIRECT = 300;

        public boolean succeeded() {
            return status != null && status >= OK && status < REDIRECT;
        }

        /** The receiver says that nobody is there any more. */
        public boolean gone() {
            return status != null && status == GONE;
        }

        private boolean mayAskForTime() {
            return status != null && (status == 429 || status == 503);
        }
    }

    /**
     * Where it stands after an attempt.
     *
     * @param chance spreads the next attempt
     */
    public WebhookDelivery after(Attempt attempt, int maxAttempts, long chance) {
        if (attempt.succeeded()) {
            return ended(Status.SUCCEEDED);
        }
        if (attempt.gone() || attempts + 1 >= maxAttempts) {
            return ended(Status.FAILED);
        }
        Duration wish = attempt.retryAfter();
        boolean heard = wish != null && attempt.mayAskForTime() && wish.compareTo(LONGEST_WISH) <= 0;
        Duration wait = heard ? wish : RetrySchedule.after(attempts + 1, chance);
        return new WebhookDelivery(
                id,
                clientId,
                endpointId,
                event,
                redelivery,
                Status.RETRYING,
                attempts + 1,
                attempt.at().plus(attempt.duration()).plus(wait),
                createdAt);
    }

    private WebhookDelivery ended(Status how) {
        return new WebhookDelivery(id, clientId, endpointId, event, redelivery, how, attempts + 1, null, createdAt);
    }
}
