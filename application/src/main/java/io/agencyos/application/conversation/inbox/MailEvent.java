package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor reports about e-mail, in one language for all vendors. The order of arrival means nothing. Source: api
 * 10.2, outreach 8.7.
 */
public sealed interface MailEvent extends InboundEvent {

    /**
     * How an event names the e-mail it is about; whatever the vendor gives, the rest null.
     *
     * @param messageId our Message-ID
     * @param vendorRef the reference that the sender answered on acceptance
     * @param idempotencyKey our key where the vendor carries it
     */
    record About(
            @Nullable String messageId,
            @Nullable String vendorRef,
            @Nullable String idempotencyKey,
            @Nullable EmailAddress mailbox,
            @Nullable EmailAddress recipient) {}

    @Override
    default String type() {
        return switch (this) {
            case Sent sent -> "sent";
            case Delivered delivered -> "delivered";
            case Opened opened -> "opened";
            case Clicked clicked -> "clicked";
            case Bounced bounced -> "bounced";
            case Complained complained -> "complained";
            case OptedOut optedOut -> "unsubscribed";
            case Dropped dropped -> "dropped";
            case Received received -> "received";
            case ReplyNotice notice -> "reply_notice";
            case Noted noted -> "noted";
        };
    }

    /** The e-mail left the vendor: proof of acceptance. */
    record Sent(
            String key, Instant at, About about, @Nullable String emailRef) implements MailEvent {}

    record Delivered(String key, Instant at, About about) implements MailEvent {}

    record Opened(
            String key, Instant at, About about, @Nullable String userAgent) implements MailEvent {}

    record Clicked(
            String key,
            Instant at,
            About about,
            @Nullable String url,
            @Nullable String userAgent) implements MailEvent {}

    record Bounced(String key, Instant at, About about, BounceClass bounceClass, String diagnostic)
            implements MailEvent {}

    record Complained(String key, Instant at, About about) implements MailEvent {}

    /** Somebody opted out with the vendor's means or by mail to our opt-out address. */
    record OptedOut(String key, Instant at, About about) implements MailEvent {}

    /** Accepted and then not sent. */
    record Dropped(String key, Instant at, About about, String reason) implements MailEvent {}

    /** A mail with its text. */
    record Received(InboundMail mail) implements MailEvent {

        @Override
        public String key() {
            return mail.key();
        }

        @Override
        public Instant at() {
            return mail.receivedAt();
        }
    }

    /** A reply exists, but its text must be fetched: see {@link EmailReplies#conversationWith}. */
    record ReplyNotice(String key, Instant at, EmailAddress from) implements MailEvent {}

    /** Known but without effect on outreach; kept and counted. */
    record Noted(String key, Instant at, String what) implements MailEvent {}

    /** Hard closes the address, soft for a week, policy counts for the domain only. Source: outreach 8.7. */
    enum BounceClass implements Vocabulary {
        HARD,
        SOFT,
        POLICY
    }
}
