package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.CallLines;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One call, complete. Its assistant stands already, as a rule; where it does not, it is made and nobody is called yet, so that
 * no request begins later than it may.
 *
 * @param command without the assistant
 * @param text what is said, to tell equal requests from different ones
 */
record Dial(CallLines.Line by, VoiceScript script, VoiceCommand command, String text) implements Handover {

    private static final String NOBODY_YET = "";
    private static final Duration ASSISTANT_SETTLES = Duration.ofSeconds(5);

    /** Of a committed touch. */
    static VoiceCommand command(Touch touch, SendingNumber from, String name, Map<String, String> facts) {
        return new VoiceCommand(
                touch.clientId(),
                touch.id(),
                touch.idempotencyKey(),
                from.number().e164(),
                new PhoneNumber(touch.goesTo().orElseThrow()),
                name,
                NOBODY_YET,
                facts);
    }

    @Override
    public String vendor() {
        return by.vendor();
    }

    @Override
    public SendOutcome send() {
        return by.caller()
                .assistant(script)
                .map(assistant -> by.caller().send(command.by(assistant)))
                .orElseGet(this::prepared);
    }

    private SendOutcome prepared() {
        return by.caller()
                .ensureAssistant(script)
                .fold(
                        assistant -> new SendOutcome.NotAccepted(
                                new VendorFailure.RateLimited(
                                        VendorFailure.Details.of(vendor(), "assistant", "it was only just made"),
                                        ASSISTANT_SETTLES),
                                ASSISTANT_SETTLES),
                        Dial::unprepared);
    }

    /** Whatever went wrong, nobody was called. */
    private static SendOutcome unprepared(VendorFailure failure) {
        boolean ours = failure instanceof VendorFailure.Unauthorized
                || failure instanceof VendorFailure.OutOfCredits
                || failure instanceof VendorFailure.Invalid;
        return ours ? new SendOutcome.Rejected(failure) : new SendOutcome.NotAccepted(failure, null);
    }

    @Override
    public LookupOutcome lookup(Instant since) {
        return by.caller().lookup(command, since);
    }

    @Override
    public SendSemantics semantics() {
        return by.caller().semanticsOf(command);
    }

    @Override
    public String fingerprint() {
        return Digests.sha256Hex(command.idempotencyKey() + "|" + text);
    }

    /** Shows nothing that is said: calls end up in logs. */
    @Override
    public String toString() {
        return "Dial[" + vendor() + ", " + command + "]";
    }
}
