package io.agencyos.application.outreach.channel;

import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail, complete. Everything in it was fixed by the commit-to-send, so that a repeated call is the same message.
 *
 * @param messageId {@code <touchId@sending-domain>} with its brackets
 * @param firstDispatchAt the {@code Date} of the message, kept on a requeue
 * @param vendorSlot what {@link EmailSender#slotFor} answered for this touch
 * @param textBody plain text with signature and footer
 * @param htmlBody the same as HTML, every field escaped
 * @param unsubscribe where one POST opts out, also shown in the footer
 * @param answerTo the vendor's reference of the inbound message that this answers, null for anything else
 */
public record EmailCommand(
        ClientId clientId,
        TouchId touchId,
        String idempotencyKey,
        TouchOrigin origin,
        Mailbox mailbox,
        String fromName,
        EmailAddress to,
        @Nullable String toFirstName,
        @Nullable String toLastName,
        @Nullable String toCompany,
        @Nullable String toTitle,
        String subject,
        String textBody,
        String htmlBody,
        String messageId,
        Instant firstDispatchAt,
        @Nullable String inReplyTo,
        List<String> references,
        URI unsubscribe,
        @Nullable EmailAddress unsubscribeMailbox,
        String vendorSlot,
        @Nullable String answerTo) {

    public EmailCommand {
        references = List.copyOf(references);
    }

    /** Shows no address and no text: commands end up in logs. */
    @Override
    public String toString() {
        return "EmailCommand[" + touchId + ", " + idempotencyKey + "]";
    }
}
