package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.time.Duration;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Signs a person in with address and password. An unknown address, a suspended person and a wrong password get the same
 * answer after the same work. Source: api 2.
 */
@PrimaryPort
public interface SignIn {

    /** @param email as typed */
    record Request(String email, SecretText password, Origin origin) {}

    /** What came of it. */
    sealed interface Outcome {

        record SignedIn(Tokens tokens) implements Outcome {}

        /**
         * The password is right; a code is needed, too. The token is good for five minutes, once.
         *
         * @param byMail the code was mailed at this moment, because there were too many failures; else it is the device's
         */
        record CodeNeeded(SecretText mfaToken, boolean byMail) implements Outcome {}

        /** Wire code {@code bad_credentials}. */
        record BadCredentials() implements Outcome {}

        /** Too many failures; the password was not looked at. */
        record Throttled(Duration retryAfter) implements Outcome {}
    }

    Outcome signIn(Request request);
}
