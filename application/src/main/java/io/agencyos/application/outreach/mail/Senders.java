package io.agencyos.application.outreach.mail;

import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import java.time.Instant;

/** How a mailbox stands as the gates see it. Source: outreach 3.3 checks 29 to 31. */
final class Senders {

    private Senders() {}

    static GateFacts.Sender standing(Mailbox mailbox, Instant now) {
        GateFacts.Sender.Standing standing;
        if (mailbox.state() != MailboxState.CONNECTED || mailbox.stopped()) {
            standing = GateFacts.Sender.Standing.UNHEALTHY;
        } else if (!mailbox.authenticated()) {
            standing = GateFacts.Sender.Standing.DOMAIN_AUTH_INVALID;
        } else {
            standing = GateFacts.Sender.Standing.HEALTHY;
        }
        boolean warm = DailyLimit.of(mailbox, now).total() > 0;
        return new GateFacts.Sender(true, standing, warm, false);
    }
}
