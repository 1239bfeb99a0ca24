package io.agencyos.adapters.out.vapi;

import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallTrouble;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a call ended, in the vendor's several hundred words, and what that comes to; the first row that fits counts. Source: vapi 5.1. */
final class EndReasons {

    /** What a reason comes to; {@code needsVoice} is an answer only where somebody spoke. */
    record Meaning(CallOutcome outcome, Optional<CallTrouble> trouble, boolean needsVoice) {}

    private record Row(Pattern pattern, Meaning meaning) {}

    private static final List<Row> ROWS = List.of(
            row("customer-busy", CallOutcome.BUSY),
            row("customer-did-not-answer", CallOutcome.NO_ANSWER),
            row("*outbound-sip-408*", CallOutcome.NO_ANSWER),
            row("*outbound-sip-480*", CallOutcome.NO_ANSWER),
            row("voicemail", CallOutcome.VOICEMAIL_DETECTED),
            row("customer-ended-call*", CallOutcome.ANSWERED),
            row("assistant-ended-call*", CallOutcome.ANSWERED),
            row("assistant-said-end-call-phrase", CallOutcome.ANSWERED),
            new Row(pattern("silence-timed-out"), new Meaning(CallOutcome.ANSWERED, Optional.empty(), true)),
            row("exceeded-max-duration", CallOutcome.ANSWERED),
            row("assistant-forwarded-call*", CallOutcome.TRANSFERRED),
            row("manually-canceled", CallOutcome.CANCELLED),
            row("call.ringing.hook-executed-*", CallOutcome.CANCELLED),
            row("twilio-reported-customer-misdialed", CallTrouble.MISDIALLED),
            row("*outbound-sip-403*", CallTrouble.CARRIER_RIGHTS),
            row("*outbound-sip-407*", CallTrouble.CARRIER_RIGHTS),
            row("twilio-failed-to-connect-call", CallTrouble.LINE),
            row("vonage-failed-to-connect-call", CallTrouble.LINE),
            row("*outbound-sip-503*", CallTrouble.LINE),
            row("*-providerfault-*", CallTrouble.LINE),
            row("*-vapifault-*", CallTrouble.LINE),
            row("pipeline-error-*", CallTrouble.LINE),
            row("call.start.error-subscription-insufficient-credits", CallTrouble.OUT_OF_CREDITS),
            row("call.start.error-subscription-frozen", CallTrouble.OUT_OF_CREDITS),
            row("call.start.error-subscription-wallet-does-not-exist", CallTrouble.OUT_OF_CREDITS),
            row("call.start.error-subscription-upgrade-failed", CallTrouble.OUT_OF_CREDITS),
            row("call.start.error-subscription-concurrency-limit-reached", CallTrouble.RATE_LIMITED),
            row("*number-outbound-daily-limit*", CallTrouble.NUMBER_SPENT),
            row("*international*", CallTrouble.NUMBER_SETUP),
            row("call.start.error-fraud-check-failed", CallTrouble.FRAUD_CHECK),
            row("assistant-request-*", CallTrouble.ASSISTANT_SETUP),
            row("assistant-not-valid", CallTrouble.ASSISTANT_SETUP),
            row("assistant-not-found", CallTrouble.ASSISTANT_SETUP),
            row("assistant-join-timed-out", CallTrouble.ASSISTANT_SETUP),
            row("call.start.error-get-*", CallTrouble.ASSISTANT_SETUP),
            row("call.start.error-enterprise-feature-*", CallTrouble.ASSISTANT_SETUP),
            row("*", CallTrouble.UNKNOWN_END_REASON));

    private EndReasons() {}

    static Meaning of(String reason) {
        return ROWS.stream()
                .filter(row -> row.pattern().matcher(reason).matches())
                .findFirst()
                .map(Row::meaning)
                .orElseThrow();
    }

    private static Row row(String pattern, CallOutcome outcome) {
        return new Row(pattern(pattern), new Meaning(outcome, Optional.empty(), false));
    }

    private static Row row(String pattern, CallTrouble trouble) {
        return new Row(pattern(pattern), new Meaning(CallOutcome.FAILED_TECHNICAL, Optional.of(trouble), false));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    }
}
