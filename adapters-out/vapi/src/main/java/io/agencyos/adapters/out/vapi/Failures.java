package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.HttpAnswer;
import io.agencyos.adapters.out.vendorhttp.Redaction;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Refusals of the vendor's and of our own. Source: vapi 10. */
final class Failures {

    static final String VENDOR = "vapi";
    static final Duration USUAL_RETRY_AFTER = Duration.ofSeconds(30);
    static final Duration BUSY = Duration.ofSeconds(60);

    private Failures() {}

    static Optional<VendorFailure> deviation(HttpAnswer answer, Details details) {
        return switch (answer.status()) {
            case 400 -> Optional.of(badRequest(told(details, message(answer))));
            case 403 -> Optional.of(new VendorFailure.Unauthorized(details.withVendorCode("SCOPE")));
            default -> Optional.empty();
        };
    }

    /** Limits, money and numbers are all refused with 400; only the words tell them apart. */
    static VendorFailure badRequest(Details details) {
        String words = details.message().toLowerCase(Locale.ROOT);
        if (words.contains("concurren")) {
            return new VendorFailure.RateLimited(details, BUSY);
        }
        if (Stream.of("credit", "balance", "wallet", "subscription").anyMatch(words::contains)) {
            return new VendorFailure.OutOfCredits(details);
        }
        boolean number = Stream.of("phone", "e.164", "number", "international").anyMatch(words::contains);
        return new VendorFailure.Invalid(details, number ? "number" : "", details.message());
    }

    /** The message may be a text or a list of texts. */
    static String message(JsonNode body) {
        JsonNode message = body.path("message");
        return message.isArray()
                ? Fields.items(message).stream().map(JsonNode::asString).collect(Collectors.joining("; "))
                : Fields.text(body, "message").orElse("");
    }

    private static String message(HttpAnswer answer) {
        try {
            return message(Fields.parse(answer.body()));
        } catch (IllegalArgumentException html) {
            return "";
        }
    }

    static Details told(Details details, String message) {
        return message.isBlank()
                ? details
                : new Details(
                        details.vendor(),
                        details.operation(),
                        details.httpStatus(),
                        details.vendorCode(),
                        Redaction.clean(message),
                        details.requestId(),
                        details.ambiguous());
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
