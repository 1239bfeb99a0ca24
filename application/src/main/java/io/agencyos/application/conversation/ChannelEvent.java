package io.agencyos.application.conversation;

import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor reports about texts, LinkedIn, calls and post, in one language for all of them. Source: api 10.2,
 * outreach 9 to 12, 15.
 */
public sealed interface ChannelEvent extends InboundEvent {

    /**
     * How an event names the touch and the two who speak; whatever the vendor gives, the rest null.
     *
     * @param vendorRef the reference that the sender answered on acceptance
     * @param idempotencyKey our key where the vendor carries it
     * @param ours our number, seat or address at the vendor
     * @param theirs the person's number or id at the vendor
     */
    record About(
            Channel channel,
            @Nullable String vendorRef,
            @Nullable String idempotencyKey,
            @Nullable String ours,
            @Nullable String theirs) {}

    About about();

    @Override
    default String type() {
        String what = switch (this) {
            case Sent sent -> "sent";
            case Delivered delivered -> "delivered";
            case Undelivered undelivered -> "undelivered";
            case Received received -> "received";
            case OptedOut optedOut -> "unsubscribed";
            case Noted noted -> "noted";
        };
        return about().channel().wire() + "_" + what;
    }

    /** It left the vendor: proof of acceptance. */
    record Sent(String key, Instant at, About about) implements ChannelEvent {}

    record Delivered(String key, Instant at, About about) implements ChannelEvent {}

    /**
     * It did not arrive.
     *
     * @param proven false where anybody could have told us: ask the sender before an address is closed for it
     */
    record Undelivered(String key, Instant at, About about, NonDelivery reason, boolean proven)
            implements ChannelEvent {}

    /**
     * A person wrote.
     *
     * @param fromName as the vendor shows it, null where it does not
     * @param thread the vendor's reference of the conversation, null where it keeps none
     */
    record Received(
            String key,
            Instant at,
            About about,
            @Nullable String fromName,
            String text,
            @Nullable String thread) implements ChannelEvent {

        @Override
        public String toString() {
            return "Received[" + key + "]";
        }
    }

    /** A person used the way out that the channel offers, such as the keyword of a text; {@code word} is what they used. */
    record OptedOut(String key, Instant at, About about, String word) implements ChannelEvent {}

    /** Known but without effect on outreach; kept and counted. */
    record Noted(String key, Instant at, About about, String what) implements ChannelEvent {}
}
