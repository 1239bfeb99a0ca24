package io.agencyos.application.outreach.channel;

import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Whether post arrives at an address. Asked outside any unit of work. Source: vendors/direct-mail 1, 2. */
@SecondaryPort
public interface AddressVerifier {

    /** What the post knows of a house. */
    sealed interface Verdict {

        /** It stands there as written. */
        record Verified() implements Verdict {}

        /** It stands there when written so; a person accepts that or does not. */
        record Corrected(PostalAddress to) implements Verdict {}

        /** There is no such house. */
        record Failed() implements Verdict {}
    }

    Result<Verdict, VendorFailure> verify(ClientId client, PostalAddress address);
}
