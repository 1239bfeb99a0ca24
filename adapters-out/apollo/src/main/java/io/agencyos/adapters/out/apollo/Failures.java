package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.FailureDeviations;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.HttpAnswer;
import io.agencyos.adapters.out.vendorhttp.Redaction;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Refusals of the vendor's, which may be plain text, JSON, or JSON within JSON, and of our own. Source: apollo 8. */
final class Failures implements FailureDeviations {

    static final String VENDOR = "apollo";
    static final Duration USUAL_RETRY_AFTER = Duration.ofSeconds(60);

    private static final Pattern FIELD = Pattern.compile("[Pp]arameter '([a-z_]+)'");

    private final ClockPort clock;

    Failures(ClockPort clock) {
        this.clock = clock;
    }

    @Override
    public Optional<VendorFailure> of(HttpAnswer answer, Details details) {
        JsonNode body = body(answer);
        String told = told(answer, body);
        Details more = new Details(
                details.vendor(),
                details.operation(),
                details.httpStatus(),
                Fields.text(body, "error_code").map(Redaction::clean).orElse(details.vendorCode()),
                told.isBlank() ? details.message() : Redaction.clean(told),
                details.requestId(),
                details.ambiguous());
        String words = told.toLowerCase(Locale.ROOT);
        return switch (answer.status()) {
            case 403, 422 ->
                words.contains("credit")
                        ? Optional.of(new VendorFailure.OutOfCredits(more))
                        : Optional.of(answer.status() == 403 ? forbidden(more, words) : invalid(more, told));
            case 400 -> Optional.of(invalid(more, told));
            case 404 -> pending(body, more);
            case 429 ->
                answer.header("retry-after").isPresent()
                        ? Optional.empty()
                        : Optional.of(new VendorFailure.RateLimited(more, waitOf(words)));
            default -> Optional.empty();
        };
    }

    /** What is asked for too early is told as missing, with when it may be there. */
    private static Optional<VendorFailure> pending(JsonNode body, Details details) {
        return Optional.of(
                "result_pending".equals(details.vendorCode())
                        ? new VendorFailure.RateLimited(
                                details,
                                Duration.ofSeconds(Fields.whole(body, "retry_after_seconds")
                                        .orElse(30L)))
                        : new VendorFailure.NotFound(details));
    }

    private static VendorFailure forbidden(Details details, String words) {
        if ("API_INACCESSIBLE".equals(details.vendorCode())) {
            return new VendorFailure.Unauthorized(details.withVendorCode("SCOPE"));
        }
        return new VendorFailure.Unauthorized(words.contains("paid plan") ? details.withVendorCode("PLAN") : details);
    }

    private static VendorFailure invalid(Details details, String told) {
        if ("UNKNOWN_ERROR".equals(details.vendorCode())) {
            return new VendorFailure.Unavailable(details);
        }
        Matcher field = FIELD.matcher(told);
        return new VendorFailure.Invalid(details, field.find() ? field.group(1) : "", details.message());
    }

    /** To the end of the window that the message names. */
    private Duration waitOf(String words) {
        Instant now = clock.now();
        if (words.contains("per hour")) {
            return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
        }
        if (words.contains("per day")) {
            return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
        }
        return USUAL_RETRY_AFTER;
    }

    private static JsonNode body(HttpAnswer answer) {
        try {
            JsonNode node = Fields.parse(answer.body());
            return node.isString() ? Fields.parse(node.stringValue().getBytes(StandardCharsets.UTF_8)) : node;
        } catch (IllegalArgumentException plainText) {
            return Fields.parse("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String told(HttpAnswer answer, JsonNode body) {
        return Fields.text(body, "message")
                .or(() -> Fields.text(body, "error"))
                .or(() -> Fields.text(body, "error_message"))
                .orElseGet(answer::text);
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
