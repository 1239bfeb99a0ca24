package io.agencyos.adapters.out.anthropic;

import io.agencyos.adapters.out.vendorhttp.FailureDeviations;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.HttpAnswer;
import io.agencyos.adapters.out.vendorhttp.Redaction;
import io.agencyos.application.content.AskModel;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Refusals of the vendor's, whose words stand one level deeper than usual, and of our own. Source: anthropic 4. */
final class Failures implements FailureDeviations {

    static final String VENDOR = "anthropic";
    static final Duration USUAL_RETRY_AFTER = Duration.ofSeconds(1);

    private static final int OVERLOADED = 529;
    private static final String SPENT = "enforced_spend_limit_reached";

    @Override
    public Optional<VendorFailure> of(HttpAnswer answer, Details details) {
        JsonNode body = body(answer);
        JsonNode error = body.path("error");
        Details told = new Details(
                details.vendor(),
                details.operation(),
                details.httpStatus(),
                Fields.text(error, "type").map(Redaction::clean).orElse(details.vendorCode()),
                Fields.text(error, "message").map(Redaction::clean).orElse(details.message()),
                Fields.text(body, "request_id").map(Redaction::clean).orElse(details.requestId()),
                false);
        return switch (answer.status()) {
            case 400 -> Optional.of(invalid(told));
            case 401, 403 -> Optional.of(new VendorFailure.Unauthorized(told));
            case 402 -> Optional.of(new VendorFailure.OutOfCredits(told));
            case 404 ->
                Optional.of(new VendorFailure.Invalid(told.withVendorCode(AskModel.RETIRED), "model", told.message()));
            case 409 -> Optional.of(new VendorFailure.Conflict(told));
            case 413 -> Optional.of(new VendorFailure.Invalid(told, "", told.message()));
            case 429 ->
                Fields.text(error.path("details"), "error_code")
                                .filter(SPENT::equals)
                                .isPresent()
                        ? Optional.of(new VendorFailure.OutOfCredits(told.withVendorCode(SPENT)))
                        : Optional.empty();
            // it says that it did not begin, so that nothing is billed
            case OVERLOADED -> Optional.of(new VendorFailure.Unavailable(told));
            default -> Optional.empty();
        };
    }

    private static VendorFailure invalid(Details told) {
        String words = told.message().toLowerCase(Locale.ROOT);
        return words.contains("credit balance") || words.contains("spend limit")
                ? new VendorFailure.OutOfCredits(told)
                : new VendorFailure.Invalid(told, "", told.message());
    }

    private static JsonNode body(HttpAnswer answer) {
        try {
            return Fields.parse(answer.body());
        } catch (IllegalArgumentException html) {
            return Fields.parse(new byte[] {'{', '}'});
        }
    }

    static VendorFailure notConfigured(String operation) {
        return new VendorFailure.Unauthorized(Details.of(VENDOR, operation, VENDOR + " is not configured"));
    }

    static VendorFailure contract(String operation, String message) {
        return new VendorFailure.Unavailable(Details.of(VENDOR, operation, message)
                .withVendorCode("CONTRACT")
                .asAmbiguous());
    }
}
