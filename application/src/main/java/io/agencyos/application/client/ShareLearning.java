package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * An owner says whether what the client learns may be pooled, without its name, with what others learn. Acts on what
 * happens from then on. Source: api 9.2.
 */
@PrimaryPort
public interface ShareLearning {

    /** What came of it. */
    sealed interface Outcome {

        record Said(boolean consent) implements Outcome {}

        record NotFound() implements Outcome {}

        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome say(TenantScope scope, boolean consent, Origin origin);
}
