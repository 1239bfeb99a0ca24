package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** A signed-in person sets another password; the other sign-ins end. Source: api 2. */
@PrimaryPort
@FunctionalInterface
public interface ChangePassword {

    /** What came of it. */
    sealed interface Outcome {

        record Changed(int sessionsEnded) implements Outcome {}

        /** The present password is another one, or there is none because another provider signs in. */
        record WrongPassword() implements Outcome {}

        record WeakPassword(PasswordPolicy.Fault fault) implements Outcome {}
    }

    Outcome change(Principal principal, SecretText current, SecretText next, Origin origin);
}
