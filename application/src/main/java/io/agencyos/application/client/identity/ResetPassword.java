package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Sets a person's password anew and ends every sign-in. Only whoever runs the installation may. Source: api 2. */
@PrimaryPort
public interface ResetPassword {

    /** What came of it. */
    sealed interface Outcome {

        record Reset(User user, int sessionsEnded) implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record WeakPassword(PasswordPolicy.Fault fault) implements Outcome {}
    }

    Outcome reset(EmailAddress email, SecretText password);
}
