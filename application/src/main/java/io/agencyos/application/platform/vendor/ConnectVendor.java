package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Connects a client's own account at a vendor, or connects it anew: the account is tested live before it is stored, and
 * our hooks are registered there. Admins may. Source: api 3 and 9.13.
 */
@PrimaryPort
public interface ConnectVendor {

    /** @param accountRef which account there, such as the id of a workspace */
    record Request(
            String vendor, String accountRef, Map<String, SecretText> credentials, Map<String, String> settings) {

        public Request {
            credentials = Map.copyOf(credentials);
            settings = Map.copyOf(settings);
        }
    }

    /**
     * What is wrong with one member of the request.
     *
     * @param field {@code account_ref}, {@code credentials.name} or {@code settings.name}
     */
    record FieldProblem(String field, String reason) {}

    /** How we hear of what happens in the account. */
    sealed interface Hearing {

        /** The vendor pushes. */
        record Pushed(int hooks) implements Hearing {}

        /** The vendor cannot push: polling only. */
        record NothingToPush() implements Hearing {}

        /** This installation has no public address that a vendor could push to: polling only. */
        record NoPublicAddress() implements Hearing {}

        /** The vendor did not take our hooks: polling only until the account is connected anew. */
        record NotRegistered(VendorFailure failure) implements Hearing {}
    }

    /** What came of it. */
    sealed interface Outcome {

        /** @param anew whether an account was connected before */
        record Connected(VendorAccountView account, Hearing hearing, boolean anew) implements Outcome {}

        /** Wire code {@code vendor_rejected}; nothing was stored. */
        record Rejected(VendorFailure failure) implements Outcome {}

        /** @param known the vendors that can be connected */
        record UnknownVendor(List<String> known) implements Outcome {}

        /** Wire code {@code validation_failed}; the vendor was not asked. */
        record Invalid(List<FieldProblem> problems) implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome connect(TenantScope scope, Request request, Origin origin);
}
