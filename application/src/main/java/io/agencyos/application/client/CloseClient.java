package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * An owner lets a client go: nothing is sent from that moment on, and 30 days later everything of it is removed for good,
 * unless an owner takes it back until then. Source: api 9.2.
 */
@PrimaryPort
public interface CloseClient {

    /** What came of it. */
    sealed interface Outcome {

        /** @param removedAt when everything is removed; the first order counts */
        record Leaving(Client client, Instant removedAt) implements Outcome {}

        /** Not leaving, or not any more; outreach stays stopped until it is resumed. */
        record Staying(Client client) implements Outcome {}

        /** The name that was given is not the client's. */
        record NameDiffers() implements Outcome {}

        /** Wire code {@code not_eligible}: a twin goes with its client. */
        record NotEligible() implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /**
     * @param version the version that the caller saw; another one is a {@code ConcurrentUpdate}
     * @param name of the client, so that nobody closes another one by mistake
     */
    Outcome close(TenantScope scope, int version, String name, Origin origin);

    Outcome restore(TenantScope scope, Origin origin);
}
