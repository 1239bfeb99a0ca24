package io.agencyos.application.conversation.store;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.TextArrivals;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What became of what was sent: finds the touch that the world speaks of and folds facts into its outcome columns. Needs an
 * open unit of work of the tenant, as worker. Source: api 10.1 order, outreach 8.7, data model 5.7 {@code touch}.
 */
@SecondaryPort
public interface TouchOutcomes {

    /**
     * A touch as events need it.
     *
     * @param sentAt null while nothing proves that it was accepted
     * @param thread the thread that its message stands in
     */
    record Known(
            TouchId id,
            LeadId lead,
            CampaignId campaign,
            TouchKind kind,
            int stepNo,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable ThreadId thread) {}

    /** What is known of a delivery, weakest first: the strongest report counts, in whatever order they come. */
    List<DeliveryStatus> STRENGTH = List.of(
            DeliveryStatus.ACCEPTED,
            DeliveryStatus.UNDELIVERED,
            DeliveryStatus.FAILED_LATE,
            DeliveryStatus.DELIVERED,
            DeliveryStatus.BOUNCED);

    /** The stronger of two reports. */
    static DeliveryStatus stronger(DeliveryStatus one, DeliveryStatus other) {
        return STRENGTH.indexOf(one) >= STRENGTH.indexOf(other) ? one : other;
    }

    /** Something that happened to a sent touch. Folding is the same in any order. */
    sealed interface Fact {

        TouchId touch();

        Instant at();

        /** It arrived. */
        record Delivered(TouchId touch, Instant at) implements Fact {}

        /** A person opened it; once per event. */
        record Opened(TouchId touch, Instant at) implements Fact {}

        /** A person followed a link; a click without an opening is one, uncounted. */
        record Clicked(TouchId touch, Instant at) implements Fact {}

        /** It came back or was never delivered: {@code bounced}, {@code undelivered} or {@code failed_late}. */
        record NotDelivered(TouchId touch, Instant at, DeliveryStatus status) implements Fact {}

        record Complained(TouchId touch, Instant at) implements Fact {}

        /** A person answered; the first answer's intent stays. */
        record Replied(TouchId touch, Instant at, @Nullable Intent intent) implements Fact {}
    }

    /** The touch that each of these names: by Message-ID or vendor's reference, else by our idempotency key. */
    Map<MailEvent.About, Known> named(ClientId client, Collection<MailEvent.About> abouts);

    /** The touch that the first known of these references names, nearest first. */
    Optional<Known> answered(ClientId client, List<String> references);

    /** What became of the texts that left from one instant until before another, by the number they left from; tests left out. */
    Map<ResourceId, TextArrivals> texts(ClientId client, Instant from, Instant until);

    /** The newest touch of the lead on this channel that was sent at or before an instant. */
    Optional<Known> latest(ClientId client, LeadId lead, Channel channel, Instant until);

    /** The newest e-mail that left for an address. */
    record LastMail(EmailAddress to, LeadId lead, TouchId touch) {}

    /**
     * The newest e-mail to each of these addresses, or to a lead that has it now; none for an address that was never written
     * to. Tests are left out.
     */
    List<LastMail> lastMails(ClientId client, Collection<EmailAddress> addresses);

    /** Leads with this company domain that were written to from this mailbox since. */
    Set<LeadId> writtenTo(ClientId client, EmailAddress mailbox, DomainName company, Instant since);

    /** All touches of the lead sent before an instant, oldest first; tests left out. */
    List<Known> before(ClientId client, LeadId lead, Instant until);

    /**
     * Folds facts in one statement. Facts of touches that were never recorded as sent are left out.
     *
     * @return how often people have opened those of the touches, by now, that any did open
     */
    Map<TouchId, Integer> fold(ClientId client, Collection<Fact> facts);

    /**
     * Notes as delivered, by silence, what was sent until then, is still only accepted and has no receipts. What is told
     * later of a delivery takes its place. One statement, however many there are.
     *
     * @return how many there were
     */
    int implyDeliveries(ClientId client, Instant sentUntil);

    /**
     * A text that its vendor accepted and of which nothing was told.
     *
     * @param ref the vendor's
     */
    record Silent(TouchId touch, String vendor, String ref, Instant sentAt) {

        /** Where a reader stands who reads in the order in which texts left. */
        public record After(Instant sentAt, TouchId touch) {

            /** Before everything that left since then. */
            public static After all(Instant since) {
                return new After(since, new TouchId(new UUID(0, 0)));
            }

            public static After parse(String text) {
                String[] parts = text.split(";");
                return new After(Instant.parse(parts[0]), new TouchId(UUID.fromString(parts[1])));
            }

            public String text() {
                return sentAt + ";" + touch.text();
            }
        }

        public After after() {
            return new After(sentAt, touch);
        }
    }

    /** Texts that left before an instant and of which nothing was told, in the order in which they left. */
    List<Silent> silentTexts(ClientId client, Silent.After after, Instant before, int limit);

    /** Leads with an address at the domain to whom an e-mail bounced for good, or was blocked, since. */
    Set<LeadId> bouncedAt(ClientId client, DomainName domain, Instant since);

    /** How many touches of the lead bounced softly since. */
    int softBounces(ClientId client, LeadId lead, Instant since);
}
