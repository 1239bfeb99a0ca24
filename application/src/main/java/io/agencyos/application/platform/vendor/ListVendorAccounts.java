package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Every vendor that may be connected, with the client's account there. Admins may. Source: api 9.13. */
@PrimaryPort
public interface ListVendorAccounts {

    /** What came of it. */
    sealed interface Outcome {

        /** @param accounts one per vendor, connected or not, in the order of their names */
        record Listed(List<VendorAccountView> accounts) implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome list(TenantScope scope);
}
