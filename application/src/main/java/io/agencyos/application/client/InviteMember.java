package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Invitation;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.SecretText;
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
}
