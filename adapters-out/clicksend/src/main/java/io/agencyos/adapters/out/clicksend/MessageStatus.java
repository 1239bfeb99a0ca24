package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.WireWords;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the vendor says of one text in an answer that is a success as a whole. Source: clicksend 4.2. */
final class MessageStatus {

    static final String SUCCESS = "SUCCESS";

    /** What texts, receipts, pieces of mail and names are said to be. Source: clicksend 4.2, 4.4, 6, 9, Beyond "drift alarm". */
    static final WireWords WORDS = WireWords.NONE
            .with(
                    "status",
                    SUCCESS,
                    "INVALID_RECIPIENT",
                    "THROTTLED",
                    "INVALID_SENDER_ID",
                    "INSUFFICIENT_CREDIT",
                    "COUNTRY_NOT_ENABLED",
                    "EMPTY_MESSAGE",
                    "MISSING_REQUIRED_FIELDS",
                    "INVALID_SCHEDULE",
                    "TOO_MANY_RECIPIENTS",
                    "MISSING_CREDENTIALS",
                    "INVALID_CREDENTIALS",
                    "ACCOUNT_NOT_ACTIVATED",
                    "ALREADY_EXISTS",
                    "INTERNAL_ERROR",
                    "SOMETHING_IS_WRONG",
                    "queued",
                    "scheduled",
                    "waitapproval",
                    "sent",
                    "completed",
                    "delivered",
                    "failed",
                    "undelivered",
                    "cancelled",
                    "cancelledafterreview",
                    "received",
                    "printed",
                    "dispatched",
                    "returned",
                    "pending",
                    "active",
                    "approved")
            .with("status_code", "200", "201", "300", "301");

    private static final Logger LOG = LoggerFactory.getLogger(MessageStatus.class);

    private MessageStatus() {}

    /** The outcome of a text that was not simply taken. */
    static SendOutcome refusal(String status) {
        String word = status.toUpperCase(Locale.ROOT);
        Details details = Failures.details("send", word).withVendorCode(word);
        return switch (word) {
            case "INVALID_RECIPIENT" -> invalid(details, "recipient");
            case "INVALID_SENDER_ID" -> invalid(details, "sender");
            case "COUNTRY_NOT_ENABLED" -> invalid(details, "country");
            case "INSUFFICIENT_CREDIT" -> new SendOutcome.NotAccepted(new VendorFailure.OutOfCredits(details), null);
            case "MISSING_CREDENTIALS", "INVALID_CREDENTIALS", "ACCOUNT_NOT_ACTIVATED" ->
                new SendOutcome.NotAccepted(new VendorFailure.Unauthorized(details), null);
            // our own earlier attempt may be the one that went: only the look-up can tell
            case "THROTTLED", "ALREADY_EXISTS" ->
                new SendOutcome.Ambiguous(new VendorFailure.Conflict(details.asAmbiguous()));
            case "INTERNAL_ERROR", "SOMETHING_IS_WRONG" ->
                new SendOutcome.Ambiguous(new VendorFailure.Unavailable(details.asAmbiguous()));
            case "EMPTY_MESSAGE", "MISSING_REQUIRED_FIELDS", "INVALID_SCHEDULE", "TOO_MANY_RECIPIENTS" -> {
                LOG.error("vendor={} refuses what we write: {}", Failures.VENDOR, word);
                yield invalid(details, "payload");
            }
            default -> {
                LOG.warn("vendor={} answers a status that is not known: {}", Failures.VENDOR, details.message());
                yield invalid(details, word.toLowerCase(Locale.ROOT));
            }
        };
    }

    private static SendOutcome invalid(Details details, String field) {
        return new SendOutcome.Rejected(new VendorFailure.Invalid(details, field, details.message()));
    }
}
