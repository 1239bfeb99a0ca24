package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;

/**
 * One text, complete.
 *
 * @param text as it is to be read, opt-out phrase included; one segment (outreach 9.2)
 */
public record SmsCommand(
        ClientId clientId, TouchId touchId, String idempotencyKey, SmsFrom from, PhoneNumber to, String text)
        implements ChannelCommand {

    @Override
    public TouchKind kind() {
        return TouchKind.SMS;
    }

    /** Shows no number and no text: commands end up in logs. */
    @Override
    public String toString() {
        return "SmsCommand[" + touchId + ", " + idempotencyKey + "]";
    }
}
