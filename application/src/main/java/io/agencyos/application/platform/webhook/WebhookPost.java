package io.agencyos.application.platform.webhook;

import io.agencyos.domain.platform.webhook.WebhookUrl;
import java.time.Duration;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request to an address that somebody else has named: the name is resolved anew, every address it has must be
 * public, the connection goes to one that was looked at, and a redirect is not followed. Source: api 11.3.
 */
@SecondaryPort
public interface WebhookPost {

    /** At most so much of an answer's body is kept, in characters. */
    int KEPT = 10_000;

    /**
     * What came back.
     *
     * @param status null where nothing did
     * @param error why, where nothing did
     */
    record Answer(
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String body,
            @Nullable Duration retryAfter) {

        public static Answer failed(String error) {
            return new Answer(null, error, null, null);
        }
    }

    Answer send(WebhookUrl url, Map<String, String> headers, String body, Duration timeout);
}
