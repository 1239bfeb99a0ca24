package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;

/**
 * One contact on a channel other than e-mail, complete. Everything in it was fixed by the commit-to-send, so that a
 * repeated call is the same contact. Source: outreach 4.3.
 */
public sealed interface ChannelCommand permits SmsCommand, LinkedInCommand, VoiceCommand, PostCommand {

    ClientId clientId();

    TouchId touchId();

    /** {@code aos1-} and 32 hexadecimal digits; the same for every call about this touch. */
    String idempotencyKey();

    TouchKind kind();
}
