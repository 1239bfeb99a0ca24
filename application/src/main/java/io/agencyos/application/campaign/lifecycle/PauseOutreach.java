package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Stops everything of a client at once. When it has returned, no further send is committed for the client; what may still
 * leave was committed before. Source: outreach 1.5.
 */
@PrimaryPort
public interface PauseOutreach {

    /** What came of it. */
    sealed interface Outcome {

        /**
         * @param campaignsAffected active campaigns that were paused; none where the client was stopped already
         * @param inFlight touches whose call to a vendor had begun
         */
        record Paused(Client client, int campaignsAffected, int inFlight) implements Outcome {}

        /** The reason is longer than 500 characters. */
        record InvalidReason() implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /**
     * @param reason may be empty
     * @param hangUp whether calls that go on are ended too; also of a stop that is in force, which keeps its instant
     */
    Outcome pause(TenantScope scope, String reason, boolean hangUp, Origin origin);

    /** Lets calls that go on come to their own end. */
    default Outcome pause(TenantScope scope, String reason, Origin origin) {
        return pause(scope, reason, false, origin);
    }
}
