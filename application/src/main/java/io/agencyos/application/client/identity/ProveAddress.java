package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Addresses are proved by a link before they count: that of somebody who signs up, who is no user until then, and the
 * other one that a user wants. Source: api 2.
 */
@PrimaryPort
public interface ProveAddress {

    /** Somebody who wants an account and a client of the own. */
    record SignUp(String fullName, String companyName, EmailAddress email, SecretText password) {}

    /** What came of a wish. */
    sealed interface Asked {

        /** A letter is on its way, if the address may have one; nobody is told. */
        record Accepted() implements Asked {}

        record WeakPassword(PasswordPolicy.Fault fault) implements Asked {}

        /** The present password is another one. */
        record WrongPassword() implements Asked {}

        /** Signing up is switched off here. */
        record SwitchedOff() implements Asked {}
    }

    /** What came of a link. */
    enum Proved {
        DONE,
        LINK_EXPIRED
    }

    Asked signUp(SignUp request, Origin origin);

    Asked changeEmail(Principal principal, SecretText password, EmailAddress next, Origin origin);

    /** Sends the link of a sign-up once more; nobody is told whether there is one. */
    void again(EmailAddress email);

    Proved prove(SecretText token, Origin origin);
}
