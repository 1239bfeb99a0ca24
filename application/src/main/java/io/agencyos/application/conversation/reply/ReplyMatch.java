package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose reply it is, within the client that received it. Where two leads could have written a mail it is nobody's. Source:
 * content 4.1, outreach 15.
 */
public final class ReplyMatch {

    private static final Duration COLLEAGUES = Duration.ofDays(30);

    private final Desk desk;
    private final SaidMatch said;
    private final DeletedLeads deleted;

    public ReplyMatch(Desk desk) {
        this.desk = desk;
        this.said = new SaidMatch(desk);
        this.deleted = new DeletedLeads(desk);
    }

    /**
     * Whom it is from.
     *
     * @param touch what it answers, null where only its writer is known
     * @param senderDiffers somebody else wrote than was written to
     */
    record Match(LeadId lead, @Nullable Known touch, boolean senderDiffers) {

        /** What answers this touch, which may have gone to the person under a lead that was deleted since. */
        static Match of(Lead lead, Known touch, boolean senderDiffers) {
            return new Match(lead.id(), touch.lead().equals(lead.id()) ? touch : null, senderDiffers);
        }
    }

    Optional<Match> find(ClientId client, Writing writing, Instant at) {
        return switch (writing) {
            case Writing.Mail(InboundMail mail) -> find(client, mail, at);
            case Writing.Said words -> said.find(client, words.about(), words.thread(), at);
        };
    }

    /** Everybody who is left alone when a wish came this way: with a number, the wish is about the number. */
    Set<LeadId> everybody(ClientId client, OptOuts.Way way) {
        Set<LeadId> all = new TreeSet<>(Comparator.comparing(LeadId::text));
        if (way.address() != null) {
            leadsAt(client, way.address()).forEach(lead -> all.add(lead.id()));
        }
        if (way.number() != null) {
            said.with(client, way.number()).forEach(lead -> all.add(lead.id()));
        }
        return all;
    }

    /** The deleted lead that it names, where nobody is that person today. */
    Optional<Lead> deleted(ClientId client, Writing writing) {
        Optional<LeadId> named = switch (writing) {
            case Writing.Mail(InboundMail mail) ->
                desk.stores().outcomes().answered(client, references(mail)).map(Known::lead);
            case Writing.Said words -> said.named(client, words.about(), words.thread());
        };
        return named.flatMap(lead -> deleted.find(client, lead));
    }

    private Optional<Match> find(ClientId client, InboundMail mail, Instant at) {
        return byReference(client, mail).or(() -> bySender(client, mail, at)).or(() -> byCompany(client, mail, at));
    }

    /** The touch that something of this lead answers: the one it names, else the lead's newest of the channel by then. */
    Optional<Known> touchOf(ClientId client, LeadId lead, Writing writing, Instant at) {
        Optional<Known> named = switch (writing) {
            case Writing.Mail(InboundMail mail) -> desk.stores().outcomes().answered(client, references(mail));
            case Writing.Said words -> said.touch(client, words.about());
        };
        return named.filter(touch -> touch.lead().equals(lead))
                .or(() -> desk.stores().outcomes().latest(client, lead, writing.channel(), at));
    }

    static List<String> references(InboundMail mail) {
        List<String> references = new ArrayList<>(mail.inReplyTo());
        if (mail.threadRef() != null) {
            references.add(mail.threadRef());
        }
        return references;
    }

    private Optional<Match> byReference(ClientId client, InboundMail mail) {
        return desk.stores()
                .outcomes()
                .answered(client, references(mail))
                .flatMap(touch -> deleted.living(client, touch.lead())
                        .map(lead -> Match.of(lead, touch, !isAddressOf(lead, mail.from()))));
    }

    private static boolean isAddressOf(Lead lead, EmailAddress from) {
        EmailAddress own = lead.contact().email();
        return own != null && own.key().equals(from.key());
    }

    private Optional<Match> bySender(ClientId client, InboundMail mail, Instant at) {
        List<Lead> leads = leadsAt(client, mail.from());
        return leads.size() == 1
                ? Optional.of(new Match(
                        leads.getFirst().id(),
                        desk.stores()
                                .outcomes()
                                .latest(client, leads.getFirst().id(), Channel.EMAIL, at)
                                .orElse(null),
                        false))
                : Optional.empty();
    }

    private List<Lead> leadsAt(ClientId client, EmailAddress address) {
        return desk.world()
                .leads()
                .leads()
                .findByIdentity(client, List.of(address.key().value()), List.of(), List.of(), List.of());
    }

    /** A colleague answers: only where one lead of the company was written to from the mailbox. */
    private Optional<Match> byCompany(ClientId client, InboundMail mail, Instant at) {
        DomainName company = mail.from().domain();
        if (desk.world().freeMail().contains(company)) {
            return Optional.empty();
        }
        Set<LeadId> leads = desk.stores().outcomes().writtenTo(client, mail.mailbox(), company, at.minus(COLLEAGUES));
        return leads.size() == 1
                ? leads.stream()
                        .findFirst()
                        .map(lead -> new Match(
                                lead,
                                desk.stores()
                                        .outcomes()
                                        .latest(client, lead, Channel.EMAIL, at)
                                        .orElse(null),
                                true))
                : Optional.empty();
    }
}
