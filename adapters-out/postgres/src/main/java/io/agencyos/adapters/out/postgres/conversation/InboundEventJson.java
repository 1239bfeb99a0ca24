package io.agencyos.adapters.out.postgres.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.DataEvent;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.MailEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An inbound event as it stands in the inbox between two processes of the product. */
final class InboundEventJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MailEvent.Sent.class, name = "sent"),
        @JsonSubTypes.Type(value = MailEvent.Delivered.class, name = "delivered"),
        @JsonSubTypes.Type(value = MailEvent.Opened.class, name = "opened"),
        @JsonSubTypes.Type(value = MailEvent.Clicked.class, name = "clicked"),
        @JsonSubTypes.Type(value = MailEvent.Bounced.class, name = "bounced"),
        @JsonSubTypes.Type(value = MailEvent.Complained.class, name = "complained"),
        @JsonSubTypes.Type(value = MailEvent.OptedOut.class, name = "unsubscribed"),
        @JsonSubTypes.Type(value = MailEvent.Dropped.class, name = "dropped"),
        @JsonSubTypes.Type(value = MailEvent.Received.class, name = "received"),
        @JsonSubTypes.Type(value = MailEvent.ReplyNotice.class, name = "reply_notice"),
        @JsonSubTypes.Type(value = MailEvent.Noted.class, name = "noted"),
        @JsonSubTypes.Type(value = ChannelEvent.Sent.class, name = "channel_sent"),
        @JsonSubTypes.Type(value = ChannelEvent.Delivered.class, name = "channel_delivered"),
        @JsonSubTypes.Type(value = ChannelEvent.Undelivered.class, name = "channel_undelivered"),
        @JsonSubTypes.Type(value = ChannelEvent.Untold.class, name = "channel_untold"),
        @JsonSubTypes.Type(value = ChannelEvent.Received.class, name = "channel_received"),
        @JsonSubTypes.Type(value = ChannelEvent.OptedOut.class, name = "channel_unsubscribed"),
        @JsonSubTypes.Type(value = ChannelEvent.OwnMessage.class, name = "channel_own_message"),
        @JsonSubTypes.Type(value = ChannelEvent.Connected.class, name = "channel_connected"),
        @JsonSubTypes.Type(value = ChannelEvent.SeatChanged.class, name = "channel_seat_changed"),
        @JsonSubTypes.Type(value = ChannelEvent.SeatLinked.class, name = "channel_seat_linked"),
        @JsonSubTypes.Type(value = ChannelEvent.CallOver.class, name = "channel_call_over"),
        @JsonSubTypes.Type(value = ChannelEvent.CallReported.class, name = "channel_call_reported"),
        @JsonSubTypes.Type(value = ChannelEvent.CallErased.class, name = "channel_call_erased"),
        @JsonSubTypes.Type(value = ChannelEvent.PieceMoved.class, name = "channel_piece_moved"),
        @JsonSubTypes.Type(value = ChannelEvent.Noted.class, name = "channel_noted"),
        @JsonSubTypes.Type(value = DataEvent.NumbersTold.class, name = "numbers_told")
    })
    private interface Kinds {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(InboundEvent.class, Kinds.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private InboundEventJson() {}

    static byte[] write(InboundEvent event) {
        return MAPPER.writerFor(InboundEvent.class).writeValueAsBytes(event);
    }

    static InboundEvent read(byte[] json) {
        try {
            return MAPPER.readValue(json, InboundEvent.class);
        } catch (JacksonException foreign) {
            throw new IllegalStateException("the inbox holds an event that cannot be read", foreign);
        }
    }
}
