package io.agencyos.application.platform.webhook;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookSecret;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes the endpoints of a client; admins and keys with {@code webhooks:write}. Source: api 9.18. */
@PrimaryPort
public interface KeepWebhookEndpoints {

    /** At most so many of a client. */
    int LIMIT = 20;

    /** What came of it. */
    sealed interface Outcome {

        /** As it is now. */
        record Kept(WebhookEndpoint endpoint) implements Outcome {}

        /** Wire code {@code limit_reached}. */
        record LimitReached() implements Outcome {}

        /** Wire code {@code duplicate}. */
        record NameTaken() implements Outcome {}

        /** There is no such endpoint. */
        record NotFound() implements Outcome {}

        /** Wire code {@code version_conflict}. */
        record Stale(int current) implements Outcome {}
    }

    List<WebhookEndpoint> list(TenantScope scope);

    Optional<WebhookEndpoint> find(TenantScope scope, WebhookEndpointId id);

    /** @param secret the client's own, or null for a new one */
    Outcome make(TenantScope scope, WebhookEndpoint.Wish wish, @Nullable WebhookSecret secret, Origin origin);

    /** @param active null leaves it as it is; true forgets that it failed */
    Outcome change(
            TenantScope scope,
            WebhookEndpointId id,
            int version,
            UnaryOperator<WebhookEndpoint.Wish> change,
            @Nullable Boolean active,
            Origin origin);

    Outcome remove(TenantScope scope, WebhookEndpointId id, int version, Origin origin);

    /** A new secret; the old one signs beside it for a day. */
    Outcome rotate(TenantScope scope, WebhookEndpointId id, Origin origin);
}
