package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.SaidMatch;
import io.agencyos.application.conversation.reply.Threadings;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatRhythm;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens between a seat and people: our side writes, a person accepts. Source: outreach 11.4, unipile 9. */
final class LinkedInEvents {

    private static final Set<TouchKind> WITH_WORDS = Set.of(TouchKind.LI_MESSAGE, TouchKind.LI_INVITE);

    private final Desk desk;
    private final SaidMatch match;
    private final ChannelFacts facts;

    LinkedInEvents(Desk desk) {
        this.desk = desk;
        this.match = new SaidMatch(desk);
        this.facts = new ChannelFacts(desk);
    }

    /** An echo of a touch proves it; other words are those of a person who used the seat by hand. */
    Verdict ownMessage(Claimed claimed, ChannelEvent.OwnMessage event) {
        ClientId client = claimed.key().feed().client();
        Instant at = at(claimed);
        return desk.inTenant(client, () -> {
            Optional<Known> named = match.touch(client, event.about());
            Optional<Lead> lead = named.map(Known::lead)
                    .or(() -> leadOf(client, event))
                    .flatMap(id -> desk.world().leads().leads().find(client, id));
            if (lead.isEmpty()) {
                return settle(Verdicts.ignored(claimed, desk.now()));
            }
            if (named.isPresent()) {
                facts.proven(client, event.about(), named.get(), at);
            } else {
                Optional<Touch> ours = ourWords(lead.get(), event.text());
                ours.ifPresent(touch -> desk.world()
                        .evidence()
                        .accepted(client, touch.id(), event.about().vendorRef(), at));
                if (ours.isEmpty()) {
                    byHand(lead.get(), event, at);
                }
            }
            remember(lead.get(), event.thread(), at);
            remember(lead.get(), event.about().theirs(), at);
            return settle(Verdicts.done(claimed, desk.now()));
        });
    }

    private Optional<LeadId> leadOf(ClientId client, ChannelEvent.OwnMessage event) {
        return Stream.of(event.thread(), event.about().theirs())
                .flatMap(Stream::ofNullable)
                .flatMap(ref -> desk.stores().channels().refs().lead(client, Channel.LINKEDIN, ref).stream())
                .findFirst();
    }

    /** The touch that said these words; its call may still be running. */
    private Optional<Touch> ourWords(Lead lead, String text) {
        String words = plain(text);
        return desk.world().channels().touches().ofLead(lead.clientId(), lead.id()).stream()
                .filter(touch -> WITH_WORDS.contains(touch.kind()) && touch.dispatchCount() > 0)
                .filter(touch ->
                        touch.content() != null && plain(touch.content().body()).equals(words))
                .max(Comparator.comparing(Touch::createdAt));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private void byHand(Lead lead, ChannelEvent.OwnMessage event, Instant at) {
        Lead held = desk.world()
                .leads()
                .leads()
                .findForUpdate(lead.clientId(), lead.id())
                .orElse(lead);
        boolean told = desk.world()
                .activities()
                .append(desk.activity(
                        held.clientId(),
                        held.id(),
                        null,
                        ActivityAction.NOTE,
                        at,
                        "own_message:" + event.key(),
                        "own_message",
                        ActivityActor.VENDOR,
                        Channel.LINKEDIN));
        if (told) {
            new Threadings(desk).byHand(held, Channel.LINKEDIN, event.text(), at);
        }
    }

    /** Only who was invited accepts; a new connection of anybody else concerns nobody here. */
    Verdict connected(Claimed claimed, ChannelEvent.Connected event) {
        ClientId client = claimed.key().feed().client();
        Instant at = at(claimed);
        return desk.inTenant(client, () -> {
            Optional<Seat> seat = seatOf(client, event.about());
            Optional<Lead> lead = invited(client, event);
            if (seat.isEmpty() || lead.isEmpty() || !accepted(lead.get(), seat.get(), at)) {
                return settle(Verdicts.ignored(claimed, desk.now()));
            }
            remember(lead.get(), event.about().theirs(), at);
            return settle(Verdicts.done(claimed, desk.now()));
        });
    }

    private Optional<Lead> invited(ClientId client, ChannelEvent.Connected event) {
        return Optional.ofNullable(event.about().theirs())
                .flatMap(ref -> desk.stores().channels().refs().lead(client, Channel.LINKEDIN, ref))
                .flatMap(id -> desk.world().leads().leads().find(client, id))
                .or(() -> Optional.ofNullable(event.slug()).flatMap(slug -> bySlug(client, slug)));
    }

    private Optional<Lead> bySlug(ClientId client, String slug) {
        return desk
                .world()
                .leads()
                .leads()
                .findByIdentity(client, List.of(), List.of("in/" + slug), List.of(), List.of())
                .stream()
                .findFirst();
    }

    private Optional<Seat> seatOf(ClientId client, ChannelEvent.About about) {
        return desk.world().channels().seats().ofClient(client).stream()
                .filter(seat -> seat.link().account() != null
                        && seat.link().account().ref().equals(about.ours()))
                .findFirst();
    }

    /** Answers whether the lead was invited by us. */
    private boolean accepted(Lead lead, Seat seat, Instant at) {
        ClientId client = lead.clientId();
        Touch invitation = desk.world().channels().touches().ofLead(client, lead.id()).stream()
                .filter(touch -> touch.kind() == TouchKind.LI_INVITE && touch.dispatchCount() > 0)
                .max(Comparator.comparing(Touch::createdAt))
                .orElse(null);
        if (invitation != null && invitation.sentAt() == null) {
            desk.world().evidence().accepted(client, invitation.id(), null, at);
        }
        SeatConnection before = desk.world()
                .channels()
                .connections()
                .ofLeadsForUpdate(client, List.of(lead.id()))
                .get(lead.id());
        SeatConnection after = after(lead, seat, invitation, before, at);
        if (after == null) {
            return false;
        }
        if (!after.equals(before)) {
            desk.world().channels().connections().save(after);
            if (after.state() == ConnectionState.ACCEPTED) {
                Instant message = SeatRhythm.followUp(after.id(), at);
                desk.world().channels().connections().putFollowUps(client, Map.of(lead.id(), Optional.of(message)));
            }
            desk.world()
                    .activities()
                    .append(desk.activity(
                            client,
                            lead.id(),
                            null,
                            ActivityAction.CONNECTION_ACCEPTED,
                            at,
                            ActivityAction.CONNECTION_ACCEPTED.wire() + ":" + after.id(),
                            null,
                            ActivityActor.LEAD,
                            Channel.LINKEDIN));
        }
        return true;
    }

    /** Null where nobody of ours invited the lead. */
    private @Nullable SeatConnection after(
            Lead lead, Seat seat, @Nullable Touch invitation, @Nullable SeatConnection before, Instant at) {
        if (before == null) {
            return invitation == null
                    ? null
                    : SeatConnection.acceptedAtOnce(
                            desk.ids().next(), lead.clientId(), lead.id(), seat.id(), lead.campaignId(), at);
        }
        SeatConnection after = before.accepted(at);
        return after.state().isConnected() ? after : null;
    }

    private void remember(Lead lead, @Nullable String ref, Instant at) {
        if (ref != null) {
            desk.stores().channels().refs().remember(lead.clientId(), Channel.LINKEDIN, ref, lead.id(), at);
        }
    }

    private Instant at(Claimed claimed) {
        return desk.clamped(claimed.event().at(), claimed.receivedAt());
    }

    private Verdict settle(Verdict verdict) {
        desk.stores().inbox().settle(List.of(verdict));
        return verdict;
    }
}
