package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** The second half of a sign-in: a code of the device, or a recovery code. Source: api 2. */
@PrimaryPort
@FunctionalInterface
public interface CompleteSignIn {

    /** Empty for a wrong code and for a first half that is over; the fifth wrong code ends it. */
    Optional<Tokens> complete(SecretText mfaToken, String code, Origin origin);
}
