package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What is left of a client's credits at a vendor. Asking costs nothing. */
@SecondaryPort
@FunctionalInterface
public interface VendorCredits {

    /** @param cycleEnd last day of the vendor's period, if it has one */
    record Credits(long left, Optional<LocalDate> cycleEnd) {}

    Result<Credits, VendorFailure> remaining(ClientId client);
}
