package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** A person's second factor: set up on a device, confirmed by a first code, taken away. Source: api 2. */
@PrimaryPort
public interface KeepSecondFactor {

    /** What a device is given, shown once. */
    record Enrolment(SecretText secret, SecretText uri) {}

    /** What came of a first code. */
    sealed interface Confirmed {

        /** It is asked for from now on; these ten codes replace the device once each, shown once. */
        record On(List<SecretText> recoveryCodes) implements Confirmed {}

        record WrongCode() implements Confirmed {}

        /** Nothing waits for a first code. */
        record NothingBegun() implements Confirmed {}
    }

    /** What came of taking it away. */
    enum Removed {
        DONE,
        WRONG_PASSWORD,
        WRONG_CODE
    }

    /** Empty where one is in force: it is taken away first. */
    Optional<Enrolment> begin(Principal principal);

    Confirmed confirm(Principal principal, String code, Origin origin);

    Removed remove(Principal principal, SecretText password, String code, Origin origin);
}
