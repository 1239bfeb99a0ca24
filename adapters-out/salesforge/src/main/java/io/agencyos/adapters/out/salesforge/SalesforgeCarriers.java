package io.agencyos.adapters.out.salesforge;

import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;

/** The carrier set-up for whoever wires this vendor, such as a self-test or a demo that wants all of them at once. */
public interface SalesforgeCarriers {

    /** Makes the carriers {@code kFrom} to {@code kTo} (at most 12) of a mailbox; answers how many stand. */
    Result<Integer, VendorFailure> prepareCarriers(ClientId client, Mailbox mailbox, int kFrom, int kTo);
}
