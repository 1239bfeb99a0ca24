package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The addresses to which vendors push for a client: seen and replaced by admins. Source: api 10.1. */
@PrimaryPort
public interface KeepInboundHooks {

    /** How long the old address and its secret are believed beside the new one. */
    Duration OVERLAP = Duration.ofHours(24);

    /** What came of asking for the list. */
    sealed interface Listed {

        /** @param hooks those that are or were believed, by id */
        record Hooks(List<InboundHookView> hooks) implements Listed {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Listed {}
    }

    /**
     * A hook that took the place of another.
     *
     * @param type the vendor's word for what it is told
     * @param secret shown this once; null where the address alone is the proof, or where it is a key of the account
     */
    record NewHook(
            String id, String type, URI address, @Nullable SecretText secret) {}

    /** What came of replacing. */
    sealed interface Rotated {

        /**
         * The vendor pushes to new addresses.
         *
         * @param hooks all hooks of the account, because a vendor takes them together
         * @param oldUntil until when what goes to the old ones counts too
         */
        record Done(String vendor, List<NewHook> hooks, Instant oldUntil) implements Rotated {}

        /** None of the client's that is believed. */
        record NotFound() implements Rotated {}

        /** Another took its place already. */
        record EndsAlready(Instant at) implements Rotated {}

        /** There is no address that a vendor could push to. */
        record NoPublicAddress() implements Rotated {}

        /** The vendor did not take new hooks; the old ones go on. */
        record Refused(VendorFailure failure) implements Rotated {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Rotated {}
    }

    Listed list(TenantScope scope);

    /** Replaces the hook at the vendor too, so that nobody has to carry anything there. */
    Rotated rotate(TenantScope scope, String hookId, Origin origin);
}
