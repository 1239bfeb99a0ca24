package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** How many requests of a client a vendor has taken and will still take. Asking costs nothing. Source: apollo 9, 10. */
@SecondaryPort
public interface VendorLimits {

    /** Fixed windows that the vendor counts in. */
    enum Period implements Vocabulary {
        MINUTE,
        HOUR,
        DAY
    }

    /**
     * Requests of one kind in the window that runs now.
     *
     * @param operation in our words, such as {@code search}
     * @param limit empty where there is none
     * @param left empty where there is no limit
     */
    record Window(String operation, Period period, Optional<Long> limit, long consumed, Optional<Long> left) {}

    /** What it counts of the operations that we ask for; others are left out. */
    Result<List<Window>, VendorFailure> snapshot(ClientId client);
}
