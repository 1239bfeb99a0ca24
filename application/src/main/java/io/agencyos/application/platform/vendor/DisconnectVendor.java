package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Forgets a client's account at a vendor: our hooks are believed no more and the keys are destroyed at once, then the
 * vendor is asked to take our hooks away; where it cannot be asked now, {@link RemoveOwedHooks} asks again. Admins may. Source:
 * api 9.13.
 */
@PrimaryPort
public interface DisconnectVendor {

    /** What came of it. */
    sealed interface Outcome {

        /** @param hooksLeft why our hooks may still stand at the vendor, null where they do not */
        record Disconnected(@Nullable VendorFailure hooksLeft) implements Outcome {}

        record NotConnected() implements Outcome {}

        /** @param known the vendors that can be connected */
        record UnknownVendor(List<String> known) implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome disconnect(TenantScope scope, String vendor, Origin origin);
}
