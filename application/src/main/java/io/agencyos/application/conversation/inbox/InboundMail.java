package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail that came in, whatever vendor read it.
 *
 * @param key what makes it the same mail when it is read again, unique per vendor and client
 * @param mailbox our address that received it
 * @param inReplyTo message ids or vendor references of ours that it answers, nearest first
 * @param text the plain text as received, quotes and signature included
 * @param automatic its headers say that a machine wrote it (RFC 3834)
 * @param answerRef the vendor's reference to answer it in its thread, null where the headers do that
 */
public record InboundMail(
        String key,
        EmailAddress mailbox,
        EmailAddress from,
        @Nullable String fromName,
        @Nullable String subject,
        String text,
        Instant receivedAt,
        List<String> inReplyTo,
        @Nullable String threadRef,
        boolean automatic,
        @Nullable String answerRef) {

    public InboundMail {
        inReplyTo = List.copyOf(inReplyTo);
    }

    @Override
    public String toString() {
        return "InboundMail[" + key + "]";
    }
}
