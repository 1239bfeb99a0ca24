package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.reply.ReplyMatch.Match;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose text, message or call it is, within the client whose number or seat it reached: by what it answers, by what the
 * vendor calls the person, by the number. Of several people with one number, whom we wrote to last. Source: outreach 9.5,
 * 15, clicksend 5.2, content 4.1.
 */
public final class SaidMatch {

    private final Desk desk;
    private final DeletedLeads deleted;

    public SaidMatch(Desk desk) {
        this.desk = desk;
        this.deleted = new DeletedLeads(desk);
    }

    public Optional<Match> find(ClientId client, ChannelEvent.About about, @Nullable String thread, Instant at) {
        return byTouch(client, about)
                .or(() -> byRef(client, about.channel(), thread, at))
                .or(() -> byRef(client, about.channel(), about.theirs(), at))
                .or(() -> byNumber(client, about, at));
    }

    /** The touch that an event of these vendors names. */
    public Optional<Known> touch(ClientId client, ChannelEvent.About about) {
        MailEvent.About name = name(about);
        return Optional.ofNullable(
                desk.stores().outcomes().named(client, List.of(name)).get(name));
    }

    public static MailEvent.About name(ChannelEvent.About about) {
        return new MailEvent.About(null, about.vendorRef(), about.idempotencyKey(), null, null);
    }

    /** Everybody with the number. */
    List<Lead> with(ClientId client, PhoneNumber number) {
        return desk.stores().channels().holders().leads(client, number);
    }

    static Optional<PhoneNumber> number(ChannelEvent.About about) {
        String theirs = about.theirs();
        return theirs == null || about.channel() == Channel.LINKEDIN
                ? Optional.empty()
                : PhoneNumbers.parse(theirs, Country.AUSTRALIA).toOptional();
    }

    /** The lead that it names by what it answers, its chat or its writer, deleted or not. */
    Optional<LeadId> named(ClientId client, ChannelEvent.About about, @Nullable String thread) {
        return touch(client, about)
                .map(Known::lead)
                .or(() -> named(client, about.channel(), thread))
                .or(() -> named(client, about.channel(), about.theirs()));
    }

    private Optional<LeadId> named(ClientId client, Channel channel, @Nullable String ref) {
        return Optional.ofNullable(ref)
                .flatMap(name -> desk.stores().channels().refs().lead(client, channel, name));
    }

    private Optional<Match> byTouch(ClientId client, ChannelEvent.About about) {
        return touch(client, about)
                .flatMap(touch ->
                        deleted.living(client, touch.lead()).map(lead -> Match.of(lead, touch, differs(lead, about))));
    }

    private Optional<Match> byRef(ClientId client, Channel channel, @Nullable String ref, Instant at) {
        return named(client, channel, ref)
                .flatMap(lead -> deleted.living(client, lead))
                .map(lead -> new Match(lead.id(), latest(client, lead.id(), channel, at), differs(lead, channel, ref)));
    }

    private Optional<Match> byNumber(ClientId client, ChannelEvent.About about, Instant at) {
        List<Lead> leads = number(about).map(number -> with(client, number)).orElse(List.of());
        if (leads.size() == 1) {
            LeadId only = leads.getFirst().id();
            return Optional.of(new Match(only, latest(client, only, about.channel(), at), false));
        }
        return newest(leads.stream().map(lead -> latest(client, lead.id(), about.channel(), at)))
                .or(() -> newest(leads.stream().map(lead -> ofAnyChannel(client, lead.id(), at))))
                .map(touch -> new Match(touch.lead(), touch, false));
    }

    private static Optional<Known> newest(Stream<@Nullable Known> touches) {
        return touches.filter(touch -> touch != null && touch.sentAt() != null)
                .max(Comparator.comparing((Known touch) -> touch.sentAt() == null ? Instant.EPOCH : touch.sentAt()));
    }

    private @Nullable Known latest(ClientId client, LeadId lead, Channel channel, Instant at) {
        return desk.stores().outcomes().latest(client, lead, channel, at).orElse(null);
    }

    private @Nullable Known ofAnyChannel(ClientId client, LeadId lead, Instant at) {
        List<Known> all = desk.stores().outcomes().before(client, lead, at);
        return all.isEmpty() ? null : all.getLast();
    }

    private static boolean differs(Lead lead, ChannelEvent.About about) {
        PhoneNumber own = lead.contact().phone();
        return number(about).filter(number -> !number.equals(own)).isPresent();
    }

    /** A name that was learnt may be another's number. */
    private static boolean differs(Lead lead, Channel channel, @Nullable String ref) {
        return differs(lead, new ChannelEvent.About(channel, null, null, null, ref));
    }
}
