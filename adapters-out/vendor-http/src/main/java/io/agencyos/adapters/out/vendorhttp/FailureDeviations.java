package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.domain.shared.VendorFailure;
import java.util.Optional;

/** Where one vendor's refusals mean something else than usual; everything it leaves empty is mapped as usual. */
@FunctionalInterface
public interface FailureDeviations {

    FailureDeviations NONE = (answer, details) -> Optional.empty();

    Optional<VendorFailure> of(HttpAnswer answer, VendorFailure.Details details);
}
