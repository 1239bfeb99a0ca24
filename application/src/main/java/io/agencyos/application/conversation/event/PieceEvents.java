package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.SaidMatch;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the post office tells of letters: that one is there proves that it was ordered; one that comes back closes the house,
 * not the person. Source: outreach 12, vendors/direct-mail 5.
 */
final class PieceEvents {

    private static final String RETURNED = "returned";

    /** What a step is skipped for whose lead lives nowhere. */
    private static final String CLOSED = "address_missing";

    private final Desk desk;
    private final SaidMatch match;
    private final ChannelFacts facts;

    PieceEvents(Desk desk) {
        this.desk = desk;
        this.match = new SaidMatch(desk);
        this.facts = new ChannelFacts(desk);
    }

    Verdict moved(Claimed claimed, ChannelEvent.PieceMoved event) {
        ClientId client = claimed.key().feed().client();
        return desk.inTenant(client, () -> {
            Verdict verdict = match.touch(client, event.about())
                    .map(known -> moved(claimed, event, known))
                    .orElseGet(() -> Verdicts.unmatched(claimed, desk.now()));
            desk.stores().inbox().settle(List.of(verdict));
            return verdict;
        });
    }

    private Verdict moved(Claimed claimed, ChannelEvent.PieceMoved event, Known known) {
        ClientId client = claimed.key().feed().client();
        Instant at = desk.clamped(event.at(), claimed.receivedAt());
        if (isCopy(client, known, event)) {
            return Verdicts.ignored(claimed, desk.now());
        }
        Known touch = facts.proven(client, event.about(), known, at);
        if (desk.stores().channels().pieces().moved(client, touch.id(), event.state(), at)) {
            follow(client, touch, event.state(), at);
        }
        return Verdicts.done(claimed, desk.now());
    }

    /** A second order under the same key that was taken back says nothing of the first. */
    private boolean isCopy(ClientId client, Known known, ChannelEvent.PieceMoved event) {
        return touch(client, known)
                .map(Touch::vendorRef)
                .filter(ref -> !ref.equals(event.about().vendorRef()))
                .isPresent();
    }

    private Optional<Touch> touch(ClientId client, Known known) {
        return desk.world().channels().touches().findAll(client, List.of(known.id())).stream()
                .findFirst();
    }

    private void follow(ClientId client, Known touch, PostSender.State state, Instant at) {
        switch (state) {
            case QUEUED, PRINTED, DISPATCHED -> {
                // on its way
            }
            case DELIVERED -> {
                desk.stores().outcomes().fold(client, List.of(new Fact.Delivered(touch.id(), at)));
                line(client, touch, ActivityAction.DELIVERED, at);
            }
            case RETURNED -> {
                lost(client, touch, at);
                line(client, touch, ActivityAction.RETURNED, at);
                touch(client, touch).map(Touch::recipient).ifPresent(house -> close(client, touch, house, at));
            }
            case CANCELLED -> lost(client, touch, at);
        }
    }

    private void lost(ClientId client, Known touch, Instant at) {
        desk.stores()
                .outcomes()
                .fold(client, List.of(new Fact.NotDelivered(touch.id(), at, DeliveryStatus.UNDELIVERED)));
    }

    private void close(ClientId client, Known touch, String house, Instant at) {
        ChannelAddresses addresses = desk.stores().channels().addresses();
        ChannelAddresses.Standing told =
                addresses.of(client, Channel.MAIL, List.of(touch.lead())).get(touch.lead());
        if (told == null || told.state() != AddressState.OPTED_OUT) {
            addresses.put(
                    client,
                    new ChannelAddresses.Standing(
                            touch.lead(), Channel.MAIL, house, AddressState.INVALID, RETURNED, at));
        }
        desk.world().stop().closeChannel(client, touch.lead(), Channel.MAIL, CLOSED);
    }

    private void line(ClientId client, Known touch, ActivityAction action, Instant at) {
        desk.world()
                .activities()
                .append(desk.activity(
                        client,
                        touch.lead(),
                        touch,
                        action,
                        at,
                        action.wire() + ":" + touch.id().text(),
                        null,
                        ActivityActor.VENDOR));
    }
}
