package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.HttpAnswer;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Refusals of the vendor's, by the type of its error first and by status second, and of our own. Source: unipile 6. */
final class Failures {

    static final String VENDOR = "unipile";

    static final String SEAT = "SEAT";
    static final String SEAT_CHECKPOINT = "SEAT_CHECKPOINT";
    static final String SEAT_RESTRICTED = "SEAT_RESTRICTED";
    static final String ALREADY_CONNECTED = LinkedInOutreach.ALREADY_CONNECTED;
    static final String ALREADY_INVITED = LinkedInOutreach.ALREADY_INVITED;
    /** LinkedIn's temporary limit, which also covers a person whose invitation was withdrawn lately. */
    static final String CANNOT_RESEND_YET = LinkedInOutreach.CANNOT_RESEND_YET;

    static final String SEAT_FULL = "connection_limit_reached";
    static final String LIMIT = "limit_exceeded";

    static final Duration USUAL_RETRY_AFTER = Duration.ofMinutes(5);
    private static final Duration LIMITED = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Optional<VendorFailure> deviation(HttpAnswer answer, Details details) {
        String type = type(answer, details);
        Details told = type.isEmpty() ? details : details.withVendorCode(type);
        return switch (type) {
            case "disconnected_account", "invalid_credentials", "multiple_sessions" -> unauthorized(told, SEAT);
            case "checkpoint_error" -> unauthorized(told, SEAT_CHECKPOINT);
            case "account_restricted" -> unauthorized(told, SEAT_RESTRICTED);
            case "insufficient_permissions" -> unauthorized(told, "SCOPE");
            case "inactive_subscription" -> unauthorized(told, "PLAN");
            case "missing_credentials",
                    "invalid_api_key",
                    "missing_authorization",
                    "expired_authorization",
                    "invalid_authorization" -> Optional.of(new VendorFailure.Unauthorized(told));
            case "resource_not_found", "invalid_recipient" -> Optional.of(new VendorFailure.NotFound(told));
            case "already_connected" -> conflict(told, ALREADY_CONNECTED);
            case "already_invited_recently", "cannot_resend_within_24hrs" -> conflict(told, ALREADY_INVITED);
            case "action_already_performed" -> Optional.of(new VendorFailure.Conflict(told));
            case CANNOT_RESEND_YET, LIMIT, "limit_too_high", SEAT_FULL ->
                Optional.of(new VendorFailure.RateLimited(told, LIMITED));
            case "cannot_invite_attendee", "user_unreachable", "blocked_recipient" -> invalid(told, "recipient");
            case "no_connection_with_recipient" ->
                invalid(told.withVendorCode(LinkedInOutreach.NOT_CONNECTED), "recipient");
            case "too_many_characters",
                    "invalid_parameters",
                    "missing_parameters",
                    "invalid_auth_format",
                    "unprocessable_entity" -> invalid(told, "");
            case "not_allowed_inmail", "insufficient_credits" -> {
                LOG.error("vendor={} speaks of InMail, which is never sent", VENDOR);
                yield Optional.of(new VendorFailure.OutOfCredits(told.withVendorCode("INMAIL")));
            }
            default -> Optional.empty();
        };
    }

    /** The word of the first dialect; the second has fewer words, and tells what it means in its text and status. */
    private static String type(HttpAnswer answer, Details details) {
        try {
            JsonNode body = Fields.parse(answer.body());
            String type = Fields.text(body, "type").orElse("");
            if (type.startsWith("api/") || type.startsWith("provider/")) {
                String text = (Fields.text(body, "title").orElse("") + " "
                                + Fields.text(body, "detail").orElse(""))
                        .toLowerCase(Locale.ROOT);
                return ofSecond(type, text, answer.status(), "invite".equals(details.operation()));
            }
            return type.replaceFirst("^errors/", "");
        } catch (IllegalArgumentException html) {
            return "";
        }
    }

    private static String ofSecond(String type, String text, int status, boolean inviting) {
        String word = type.substring(type.indexOf('/') + 1);
        return switch (word) {
            case "invalid_credentials" -> text.contains("checkpoint") ? "checkpoint_error" : word;
            case "conflict", "already_exists" ->
                text.contains("connected") || text.contains("already in relation")
                        ? "already_connected"
                        : inviting ? "already_invited_recently" : "action_already_performed";
            case "too_many_requests" ->
                type.startsWith("api/") ? "" : status == 429 && inviting ? CANNOT_RESEND_YET : LIMIT;
            case "unprocessable_entity" ->
                text.contains("connection") || text.contains("not connected")
                        ? "no_connection_with_recipient"
                        : inviting ? "cannot_invite_attendee" : word;
            case "internal_error", "server_error", "proxy_timeout", "timeout" -> "";
            default -> word;
        };
    }

    private static Optional<VendorFailure> unauthorized(Details details, String code) {
        return Optional.of(new VendorFailure.Unauthorized(details.withVendorCode(code)));
    }

    private static Optional<VendorFailure> conflict(Details details, String code) {
        return Optional.of(new VendorFailure.Conflict(details.withVendorCode(code)));
    }

    private static Optional<VendorFailure> invalid(Details details, String field) {
        return Optional.of(new VendorFailure.Invalid(details, field, details.message()));
    }

    /** What a failure says about the seat. */
    static Optional<SeatSignal> signal(VendorFailure failure) {
        String code = failure.details().vendorCode();
        if (!(failure instanceof VendorFailure.Unauthorized) || code == null) {
            return Optional.empty();
        }
        return switch (code) {
            case SEAT -> Optional.of(SeatSignal.CREDENTIALS_REQUIRED);
            case SEAT_CHECKPOINT, SEAT_RESTRICTED -> Optional.of(SeatSignal.RESTRICTED);
            default -> Optional.empty();
        };
    }

    static boolean is(VendorFailure failure, String code) {
        return code.equals(failure.details().vendorCode());
    }

    static Details details(String operation, String message) {
        return Details.of(VENDOR, operation, message);
    }

    static VendorFailure invalid(String operation, String field, String reason) {
        return new VendorFailure.Invalid(details(operation, reason), field, reason);
    }

    static VendorFailure conflict(String operation, String code, String message) {
        return new VendorFailure.Conflict(details(operation, message).withVendorCode(code));
    }

    static VendorFailure contract(String operation, String message) {
        return new VendorFailure.Unavailable(details(operation, message).withVendorCode("CONTRACT"));
    }
}
