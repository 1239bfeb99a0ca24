package io.agencyos.application.client.identity;

import io.agencyos.domain.client.PasswordPolicy;
import io.agencyos.domain.client.User;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.SecretText;
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
