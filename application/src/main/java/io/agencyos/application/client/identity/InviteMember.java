package io.agencyos.application.client.identity;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.InvitationId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Invites somebody to a client, for seven days. Owners and admins may; owners only may invite owners. Source: api 2, 3. */
@PrimaryPort
public interface InviteMember {

    /** What came of it. */
    sealed interface Outcome {

        /** @param token for the link that is mailed; it cannot be had again */
        record Invited(Invitation invitation, SecretText token) implements Outcome {}

        /** This mailbox was invited before and the invitation still stands. */
        record Pending(Invitation invitation) implements Outcome {}

        /** Wire code {@code duplicate}. */
        record AlreadyMember() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}

        /** Wire code {@code not_eligible}: a twin has the members of its live client. */
        record NotEligible() implements Outcome {}
    }

    /** @param role one of the four of a membership */
    Outcome invite(TenantScope scope, EmailAddress email, Role role, Origin origin);

    /** @param expired it stands in nobody's way, but its link is void */
    record Standing(Invitation invitation, boolean expired) {}

    /** Those that were neither taken up nor taken back, the oldest first. */
    List<Standing> pending(TenantScope scope);

    /** Takes an invitation back; false where there is none that stands. */
    boolean revoke(TenantScope scope, InvitationId id, Origin origin);

    /** Takes it back and invites the same mailbox anew, with a new link; empty where there is none that stands. */
    Optional<Outcome> renew(TenantScope scope, InvitationId id, Origin origin);
}
