package io.agencyos.application.conversation.inbox;

import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor reports about texts, LinkedIn, calls and post, in one language for all of them. Source: api 10.2,
 * outreach 9 to 12, 15.
 */
public sealed interface ChannelEvent extends InboundEvent {

    /** For an event without a time: later than any clock, so that its arrival counts in its place. */
    Instant UNTOLD = Instant.parse("9999-01-01T00:00:00Z");

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
            case Untold untold -> "untold";
            case Received received -> "received";
            case OptedOut optedOut -> "unsubscribed";
            case OwnMessage own -> "own_message";
            case Connected connected -> "connected";
            case SeatChanged changed -> "seat_changed";
            case SeatLinked linked -> "seat_linked";
            case CallOver over -> "call_over";
            case CallReported reported -> "call_reported";
            case CallErased erased -> "call_erased";
            case PieceMoved moved -> "moved";
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

    /** Nothing was told of it since it was accepted: its sender is asked, once. */
    record Untold(String key, Instant at, About about) implements ChannelEvent {}

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

    /**
     * Our side wrote: proof of a touch where its words are ours, else a person who used the seat by hand.
     *
     * @param thread the vendor's reference of the conversation, null where it keeps none
     */
    record OwnMessage(
            String key,
            Instant at,
            About about,
            String text,
            @Nullable String thread) implements ChannelEvent {

        @Override
        public String toString() {
            return "OwnMessage[" + key + "]";
        }
    }

    /** A person took an invitation, or was connected otherwise; {@code slug} names their page where it is told. */
    record Connected(
            String key, Instant at, About about, @Nullable String slug) implements ChannelEvent {}

    /** A seat of ours stands otherwise than before. */
    record SeatChanged(String key, Instant at, About about, SeatSignal signal) implements ChannelEvent {}

    /** Somebody connected a seat: to be confirmed by the token that the link carried. */
    record SeatLinked(String key, Instant at, About about, String token) implements ChannelEvent {}

    /** A call ended; its report may still come, and is asked for where it does not. */
    record CallOver(String key, Instant at, About about) implements ChannelEvent {}

    record CallReported(String key, Instant at, About about, CallReport report) implements ChannelEvent {}

    /** Nothing of the call is left at the vendor. */
    record CallErased(String key, Instant at, About about) implements ChannelEvent {}

    /** A letter or postcard is somewhere else than before: printed, under way, there, back. */
    record PieceMoved(String key, Instant at, About about, PostSender.State state) implements ChannelEvent {}

    /** Known but without effect on outreach; kept and counted. */
    record Noted(String key, Instant at, About about, String what) implements ChannelEvent {}
}
