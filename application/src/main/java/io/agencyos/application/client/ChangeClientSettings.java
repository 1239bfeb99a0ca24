package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** An admin changes how the product behaves for a client. Source: api 9.2, data model 5.1. */
@PrimaryPort
public interface ChangeClientSettings {

    /** What came of it. */
    sealed interface Outcome {

        record Changed(ClientSettings settings) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /**
     * @param settings with the version that the caller saw; another one is a {@code ConcurrentUpdate}
     * @param requireSecondFactor whether people come in with a second factor only, as of their next request
     */
    Outcome change(TenantScope scope, ClientSettings settings, boolean requireSecondFactor, Origin origin);
}
