package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The numbers that a caller can show. A number belongs to its client; nobody calls under another's. Source: outreach 10.3. */
@SecondaryPort
public interface VoiceLines {

    /**
     * Who carries a number, with the key that the caller needs to use it; passed through and never stored.
     *
     * @param name as the caller calls the carrier
     */
    record Carrier(String name, String account, SecretText secret) {}

    /** What the vendor calls the number; {@code Invalid} where it does not have it. */
    Result<String, VendorFailure> line(ClientId client, PhoneNumber number);

    /** Makes the number known to the vendor; one that it has is no failure. */
    Result<String, VendorFailure> bring(ClientId client, PhoneNumber number, Carrier carrier);
}
