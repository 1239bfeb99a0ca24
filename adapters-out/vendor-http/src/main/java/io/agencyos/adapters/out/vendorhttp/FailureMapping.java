package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns every way in which a call can fail into a {@link VendorFailure}. Source: vendors/index 2, outreach 4.7. */
final class FailureMapping {

    private final VendorProfile profile;
    private final ClockPort clock;

    FailureMapping(VendorProfile profile, ClockPort clock) {
        this.profile = profile;
        this.clock = clock;
    }

    VendorFailure of(String operation, CallKind kind, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RefusedException refused -> {
                    return ofAnswer(operation, kind, refused.answer());
                }
                case UnreadableAnswerException unreadable -> {
                    return unreadable(operation, kind, unreadable.getMessage());
                }
                case NoAnswerException none -> {
                    return ofNoAnswer(operation, kind, none.stage());
                }
                default -> {}
            }
        }
        throw new IllegalStateException("a call to " + profile.vendor() + " failed in our own code", thrown);
    }

    VendorFailure unreadable(String operation, CallKind kind, String message) {
        return new VendorFailure.Unavailable(
                mark(kind, details(operation, message).withVendorCode("CONTRACT")));
    }

    private VendorFailure ofNoAnswer(String operation, CallKind kind, NoAnswerException.Stage stage) {
        return switch (stage) {
            case NOT_CONNECTED -> new VendorFailure.Unavailable(details(operation, "no connection"));
            case CONNECT_TIMEOUT -> new VendorFailure.Timeout(details(operation, "not connected in time"));
            case TIMED_OUT -> new VendorFailure.Timeout(mark(kind, details(operation, "no answer in time")));
            case BROKEN -> new VendorFailure.Unavailable(mark(kind, details(operation, "connection broken off")));
        };
    }

    private VendorFailure ofAnswer(String operation, CallKind kind, HttpAnswer answer) {
        Details details = detailsOf(operation, answer);
        return profile.deviations().of(answer, details).orElseGet(() -> usual(kind, answer, details));
    }

    private VendorFailure usual(CallKind kind, HttpAnswer answer, Details details) {
        int status = answer.status();
        return switch (status) {
            case 401, 403 -> new VendorFailure.Unauthorized(details);
            case 402 -> new VendorFailure.OutOfCredits(details);
            case 404, 410 -> new VendorFailure.NotFound(details);
            case 408, 504 -> new VendorFailure.Timeout(mark(kind, details));
            case 409 -> new VendorFailure.Conflict(details);
            case 429 -> new VendorFailure.RateLimited(details, waitOf(answer));
            case 503 ->
                answer.header("retry-after").isPresent()
                        ? new VendorFailure.RateLimited(details, waitOf(answer))
                        : new VendorFailure.Unavailable(mark(kind, details));
            default ->
                status >= 400 && status < 500
                        ? new VendorFailure.Invalid(details, "", details.message())
                        : new VendorFailure.Unavailable(mark(kind, details));
        };
    }

    private Duration waitOf(HttpAnswer answer) {
        return RetryAfter.read(answer.header("retry-after"), clock.now(), profile.usualRetryAfter());
    }

    private Details detailsOf(String operation, HttpAnswer answer) {
        Optional<JsonNode> body = json(answer);
        String message = body.flatMap(node -> text(node, "message", "error", "detail", "title"))
                .map(Redaction::clean)
                .orElse("status " + answer.status());
        Details details = details(operation, message).withStatus(answer.status());
        details = body.flatMap(node -> text(node, "code"))
                .map(Redaction::clean)
                .map(details::withVendorCode)
                .orElse(details);
        return answer.header("x-request-id")
                .or(() -> answer.header("request-id"))
                .map(Redaction::clean)
                .map(details::withRequestId)
                .orElse(details);
    }

    private static Optional<JsonNode> json(HttpAnswer answer) {
        try {
            JsonNode node = JsonCodec.MAPPER.readTree(answer.body());
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String... names) {
        return Stream.of(names)
                .map(node::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    Details details(String operation, String message) {
        return Details.of(profile.vendor(), operation, message);
    }

    private static Details mark(CallKind kind, Details details) {
        return kind.writes() ? details.asAmbiguous() : details;
    }
}
