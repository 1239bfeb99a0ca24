package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Takes up an invitation, once: signed in with the invited mailbox, or as a new user whom the link proves to read it.
 * Source: api 2.
 */
@PrimaryPort
public interface AcceptInvitation {

    /** What came of it. */
    sealed interface Outcome {

        record Joined(Membership membership) implements Outcome {}

        /** Wire code {@code link_expired}: unknown, used, taken back or too old. */
        record LinkExpired() implements Outcome {}

        /** Wire code {@code invitation_email_mismatch}. */
        record EmailMismatch() implements Outcome {}

        /** There is a user with this mailbox: sign in and accept then. */
        record UserExists() implements Outcome {}

        record WeakPassword(PasswordPolicy.Fault fault) implements Outcome {}

        /** A name has at most 100 characters. */
        record InvalidName() implements Outcome {}
    }

    /**
     * An invitation as whoever has its link sees it.
     *
     * @param inviterName null where nobody is known any more
     */
    record Offer(String clientName, @Nullable String inviterName, Role role, EmailAddress email, boolean userExists) {}

    /** Empty where it is used, taken back or too old. */
    Optional<Offer> look(SecretText token);

    /** As a person who is signed in. */
    Outcome accept(SecretText token, Principal principal, Origin origin);

    /** As somebody without a user. */
    Outcome signUp(SecretText token, String fullName, SecretText password, Origin origin);
}
