package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Makes a person a member of a client, and a user where there is none with this address yet. Only whoever runs the
 * installation may; people are invited or sign up through the API.
 */
@PrimaryPort
public interface AddUser {

    /**
     * @param fullName up to 100 characters, may be empty
     * @param password taken for a new user only
     */
    record Request(EmailAddress email, String fullName, ClientId client, Role role, SecretText password) {}

    /** What came of it. */
    sealed interface Outcome {

        /** A new user, or one who was known and belongs to this client now too. */
        record Added(Member member, boolean newUser) implements Outcome {}

        /** A member of this client already; nothing was changed. */
        record AlreadyMember(Member member) implements Outcome {}

        record WeakPassword(PasswordPolicy.Fault fault) implements Outcome {}

        /** No live client of this id; a twin has the members of its live client. */
        record NoSuchClient() implements Outcome {}

        /** Only owner, admin, member and viewer are roles of a membership; a name has at most 100 characters. */
        record Invalid(String reason) implements Outcome {}
    }

    Outcome add(Request request);
}
