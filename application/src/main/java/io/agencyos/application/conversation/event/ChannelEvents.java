package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.HandleReply;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.reply.Writing;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.SmsKeyword;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands what came in by text, LinkedIn or telephone to those who know it. Source: api 10.2, 10.3. */
public final class ChannelEvents {

    private final Desk desk;
    private final ChannelFacts facts;
    private final ChannelTroubles troubles;
    private final LinkedInEvents linkedIn;
    private final SeatReports seats;
    private final CallEvents calls;
    private final PieceEvents pieces;
    private final HandleReply replies;
    private final Strangers strangers;

    public ChannelEvents(Desk desk, HandleReply replies) {
        this.desk = desk;
        this.facts = new ChannelFacts(desk);
        this.troubles = new ChannelTroubles(desk);
        this.linkedIn = new LinkedInEvents(desk);
        this.calls = new CallEvents(desk, replies);
        this.pieces = new PieceEvents(desk);
        this.seats = new SeatReports(desk, desk.world().seats());
        this.replies = replies;
        this.strangers = new Strangers(desk);
    }

    /** Whether it comes by the hundred and changes nothing but the record of its touch. */
    public static boolean isFact(ChannelEvent event) {
        return event instanceof ChannelEvent.Sent || event instanceof ChannelEvent.Delivered;
    }

    public List<Verdict> facts(ClientId client, List<Claimed> batch) {
        return facts.handle(client, batch);
    }

    public Verdict handle(Claimed claimed, ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Sent sent ->
                facts.handle(client(claimed), List.of(claimed)).getFirst();
            case ChannelEvent.Delivered delivered ->
                facts.handle(client(claimed), List.of(claimed)).getFirst();
            case ChannelEvent.Undelivered undelivered -> troubles.undelivered(claimed, undelivered);
            case ChannelEvent.Untold untold -> troubles.untold(claimed, untold);
            case ChannelEvent.Received received ->
                switch (strangers.learn(claimed, received)) {
                    case Strangers.Learnt.Later(Verdict verdict) -> verdict;
                    case Strangers.Learnt.All(LinkedInUrl page) ->
                        heard(claimed, said(received, page), keyword(received), received.about());
                };
            case ChannelEvent.OptedOut optedOut -> heard(claimed, said(optedOut), true, optedOut.about());
            case ChannelEvent.OwnMessage own -> linkedIn.ownMessage(claimed, own);
            case ChannelEvent.Connected connected -> linkedIn.connected(claimed, connected);
            case ChannelEvent.SeatChanged changed -> settled(seats.changed(claimed, changed));
            case ChannelEvent.SeatLinked linked -> settled(seats.linked(claimed, linked));
            case ChannelEvent.CallOver over -> calls.over(claimed, over);
            case ChannelEvent.CallReported reported -> calls.reported(claimed, reported);
            case ChannelEvent.CallErased erased -> calls.erased(claimed, erased);
            case ChannelEvent.PieceMoved moved -> pieces.moved(claimed, moved);
            case ChannelEvent.Noted noted -> settled(Verdicts.ignored(claimed, desk.now()));
        };
    }

    /** The wish is granted first; that it was is told after that, by whoever sends texts. */
    private Verdict heard(Claimed claimed, Writing said, boolean stop, ChannelEvent.About about) {
        Verdict verdict = replies.handle(claimed, said);
        Optional<PhoneNumber> ours = number(about.ours());
        Optional<PhoneNumber> theirs = number(about.theirs());
        if (stop && about.channel() == Channel.SMS && ours.isPresent() && theirs.isPresent()) {
            desk.inTenant(client(claimed), () -> {
                desk.stores()
                        .channels()
                        .stops()
                        .want(new StopConfirmations.Wanted(client(claimed), ours.get(), theirs.get(), desk.now()));
                return verdict;
            });
        }
        return verdict;
    }

    private static Optional<PhoneNumber> number(@Nullable String said) {
        return Optional.ofNullable(said)
                .flatMap(text -> PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional());
    }

    private static boolean keyword(ChannelEvent.Received event) {
        return event.about().channel() == Channel.SMS && SmsKeyword.optsOut(event.text());
    }

    /** A keyword counts whether or not the vendor's adapter saw it. */
    private static Writing said(ChannelEvent.Received event, @Nullable LinkedInUrl page) {
        boolean keyword = keyword(event);
        return new Writing.Said(
                event.key(),
                event.at(),
                event.about(),
                event.text(),
                event.thread(),
                keyword ? SuppressionSource.SMS_KEYWORD : SuppressionSource.REPLY,
                keyword ? Classification.ofKeyword() : null,
                page);
    }

    private static Writing said(ChannelEvent.OptedOut event) {
        return new Writing.Said(
                event.key(),
                event.at(),
                event.about(),
                event.word(),
                null,
                source(event.about().channel()),
                Classification.ofKeyword(),
                null);
    }

    private static SuppressionSource source(Channel channel) {
        return switch (channel) {
            case SMS -> SuppressionSource.SMS_KEYWORD;
            case VOICE -> SuppressionSource.VOICE_CALL;
            case LINKEDIN -> SuppressionSource.LINKEDIN;
            case EMAIL, MAIL -> SuppressionSource.UNSUBSCRIBE;
        };
    }

    private static ClientId client(Claimed claimed) {
        return claimed.key().feed().client();
    }

    private Verdict settled(Verdict verdict) {
        desk.inTenant(client(verdict.claimed()), () -> {
            desk.stores().inbox().settle(List.of(verdict));
            return verdict;
        });
        return verdict;
    }
}
