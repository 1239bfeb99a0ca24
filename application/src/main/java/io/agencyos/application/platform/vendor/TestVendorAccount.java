package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Asks the vendor whether the stored account still works, and notes what it said. Admins may. Source: api 9.13. */
@PrimaryPort
public interface TestVendorAccount {

    /** What came of it. */
    sealed interface Outcome {

        record Works(VendorAccountView account) implements Outcome {}

        /** Wire code {@code vendor_rejected}. */
        record Rejected(VendorFailure failure) implements Outcome {}

        record NotConnected() implements Outcome {}

        /** @param known the vendors that can be connected */
        record UnknownVendor(List<String> known) implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome test(TenantScope scope, String vendor, Origin origin);

    /**
     * What of an account that works would not work all the same, a sentence each, such as a hook that the vendor cannot reach; empty
     * also where there is no such account, and for whoever may not ask.
     */
    List<String> examine(TenantScope scope, String vendor, Origin origin);
}
