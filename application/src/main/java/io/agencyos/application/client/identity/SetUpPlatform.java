package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** The first of the platform's staff: there is no default account, only a code that is good once. Source: api 2, first start. */
@PrimaryPort
public interface SetUpPlatform {

    /** What came of it. */
    sealed interface Outcome {

        record Made(UserId user) implements Outcome {}

        /** Somebody is staff already, or the code is wrong or too old: told alike. */
        record NotFound() implements Outcome {}

        record WeakPassword(PasswordPolicy.Fault fault) implements Outcome {}

        /** Somebody has this address. */
        record AddressTaken() implements Outcome {}
    }

    /** A code that is good for 30 minutes; empty where somebody is staff. */
    Optional<SecretText> offer();

    Outcome complete(SecretText code, String fullName, EmailAddress email, SecretText password, Origin origin);
}
