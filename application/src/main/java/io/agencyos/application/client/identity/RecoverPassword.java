package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** The way back for who forgot the password: a link by e-mail that is good once, for 30 minutes. Source: api 2. */
@PrimaryPort
public interface RecoverPassword {

    /** What came of a link. */
    sealed interface Outcome {

        record Reset(int sessionsEnded) implements Outcome {}

        record LinkExpired() implements Outcome {}

        /** The link stays good. */
        record WeakPassword(PasswordPolicy.Fault fault) implements Outcome {}
    }

    /** Nobody is told whether there is such a person. */
    void request(EmailAddress email, Origin origin);

    Outcome reset(SecretText token, SecretText password, Origin origin);
}
