package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.FailureDeviations;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.HttpAnswer;
import io.agencyos.adapters.out.vendorhttp.Redaction;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Refusals of the vendor's and of our own. Source: clicksend 10. */
final class Failures implements FailureDeviations {

    static final String VENDOR = "clicksend";

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** Refusals further apart than this are not of one busy spell. */
    private static final Duration SPELL = Duration.ofMinutes(10);

    private final ClockPort clock;
    private Instant lastRefusal = Instant.EPOCH;
    private Duration nextWait = FIRST_WAIT;

    /** One for each credential: waits grow while it is asked too often. */
    Failures(ClockPort clock) {
        this.clock = clock;
    }

    @Override
    public Optional<VendorFailure> of(HttpAnswer answer, Details details) {
        Optional<JsonNode> body = json(answer);
        Details told = body.map(node -> told(node, details)).orElse(details);
        return switch (answer.status()) {
            case 400, 422 ->
                Optional.of(body.map(node -> invalid(node, told))
                        .orElseGet(() -> new VendorFailure.Invalid(told, "", told.message())));
            case 403 -> Optional.of(new VendorFailure.Unauthorized(told.withVendorCode("SCOPE")));
            case 405 -> Optional.of(new VendorFailure.NotFound(told));
            case 429 ->
                answer.header("retry-after").isPresent()
                        ? Optional.empty()
                        : Optional.of(new VendorFailure.RateLimited(told, grownWait()));
            default -> Optional.empty();
        };
    }

    private synchronized Duration grownWait() {
        Instant now = clock.now();
        boolean sameSpell = Duration.between(lastRefusal, now).compareTo(SPELL) <= 0;
        Duration wait = sameSpell ? nextWait : FIRST_WAIT;
        Duration doubled = wait.multipliedBy(2);
        nextWait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        lastRefusal = now;
        return wait;
    }

    private static Details told(JsonNode body, Details details) {
        Details d = Fields.text(body, "response_code")
                .map(Redaction::clean)
                .map(details::withVendorCode)
                .orElse(details);
        return Fields.text(body, "response_msg")
                .map(Redaction::clean)
                .map(message -> new Details(
                        d.vendor(),
                        d.operation(),
                        d.httpStatus(),
                        d.vendorCode(),
                        message,
                        d.requestId(),
                        d.ambiguous()))
                .orElse(d);
    }

    /** {@code data} is a map from field to text, or holds {@code details} with field and reason. */
    private static VendorFailure invalid(JsonNode body, Details details) {
        JsonNode data = body.path("data");
        JsonNode first = data.path("details").path(0);
        if (first.isObject()) {
            return new VendorFailure.Invalid(
                    details,
                    Fields.text(first, "field").orElse(""),
                    Fields.text(first, "reason").map(Redaction::clean).orElse(details.message()));
        }
        return data.propertyStream()
                .filter(entry -> entry.getValue().isValueNode())
                .findFirst()
                .map(entry -> new VendorFailure.Invalid(
                        details,
                        entry.getKey(),
                        Redaction.clean(entry.getValue().asString())))
                .orElseGet(() -> new VendorFailure.Invalid(details, "", details.message()));
    }

    private static Optional<JsonNode> json(HttpAnswer answer) {
        try {
            return Optional.of(Fields.parse(answer.body())).filter(JsonNode::isObject);
        } catch (IllegalArgumentException html) {
            return Optional.empty();
        }
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
