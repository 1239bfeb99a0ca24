package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.FailureDeviations;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.HttpAnswer;
import io.agencyos.adapters.out.vendorhttp.Redaction;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Refusals of the office's and of our own. Source: vendors/direct-mail 4. */
final class Failures implements FailureDeviations {

    static final String VENDOR = "post-office";

    @Override
    public Optional<VendorFailure> of(HttpAnswer answer, Details details) {
        return switch (answer.status()) {
            case 400, 422 -> Optional.of(invalid(answer, details));
            // nothing is printed while the office says that it is closed
            case 503 -> Optional.of(new VendorFailure.Unavailable(details));
            default -> Optional.empty();
        };
    }

    private static VendorFailure invalid(HttpAnswer answer, Details details) {
        String field = "";
        try {
            JsonNode body = Fields.parse(answer.body());
            field = Fields.text(body, "field").map(Redaction::clean).orElse("");
        } catch (IllegalArgumentException noJson) {
            // the status says it all
        }
        return new VendorFailure.Invalid(details, field, details.message());
    }

    static Details details(String operation, String message) {
        return Details.of(VENDOR, operation, message);
    }

    static VendorFailure invalid(String operation, String field, String reason) {
        return new VendorFailure.Invalid(details(operation, reason), field, reason);
    }

    static VendorFailure contract(String operation, String message) {
        return new VendorFailure.Unavailable(details(operation, message).withVendorCode("CONTRACT"));
    }
}
