package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.deal.Attribution;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a deal means for its lead: outreach ends, the touches before it are credited. Source: content 5.2. */
record DealConversion(DealPorts ports, StopOutreach stops, IdSource ids) {

    private static final String CODE = "deal_open";

    /** The outbound touches before the deal, oldest first; our answers do not count, nor what did not arrive. */
    private List<BookingPath.Contact> before(ClientId client, LeadId lead, Instant made) {
        return ports.touches().sentTo(client, lead).stream()
                .filter(contact -> !contact.answer()
                        && !contact.failed()
                        && !contact.sentAt().isAfter(made))
                .sorted(Comparator.comparing(BookingPath.Contact::sentAt)
                        .thenComparing(contact -> contact.touch().text()))
                .toList();
    }

    /** The touch of the meeting before the deal, else the latest that can have led to it. */
    private Optional<BookingPath.Contact> credited(
            ClientId client, LeadId lead, List<BookingPath.Contact> before, @Nullable Meeting meeting, Instant made) {
        TouchId ofMeeting = meeting == null ? null : meeting.creditedTouchId();
        return Optional.ofNullable(
                new Crediting(ports).path(client, lead, before, made, ofMeeting).credited());
    }

    Deal.Path path(ClientId client, LeadId lead, @Nullable Meeting meeting, Instant made) {
        List<BookingPath.Contact> before = before(client, lead, made);
        Optional<BookingPath.Contact> credited = credited(client, lead, before, meeting, made);
        return new Deal.Path(
                before.size(),
                before.isEmpty() ? null : before.getFirst().channel(),
                credited.map(BookingPath.Contact::touch).orElse(null),
                credited.map(BookingPath.Contact::channel).orElse(null));
    }

    /** Ends what is under way to the lead; before the lead is locked, as every stop. */
    void stop(ClientId client, LeadId lead) {
        stops.convert(client, lead, CODE);
    }

    /** The lead is converted, once; the deal counts as a booking where none was made. */
    void convert(Deal deal, Lead lead, DealTrail trail) {
        Instant now = trail.now();
        boolean first = lead.history().convertedAt() == null;
        ports.leads()
                .update(lead.change()
                        .status(next(lead.status()))
                        .history(lead.history().converted(now))
                        .updatedAt(now)
                        .lead());
        if (lead.poolPersonId() != null) {
            ports.people().convert(lead.clientId(), List.of(lead.poolPersonId()));
        }
        LiveThreads.end(ports.threads(), lead.clientId(), lead.id(), ThreadOutcome.CONVERTED);
        BookingPath.Contact credited = before(lead.clientId(), lead.id(), deal.createdAt()).stream()
                .filter(contact -> contact.touch().equals(deal.path().credited()))
                .findFirst()
                .orElse(null);
        boolean implied = ports.sales()
                .implyBooking(ids.next(), lead.clientId(), lead.id(), deal.id(), deal.createdAt(), credited);
        if (implied && credited != null) {
            ports.touches().credit(lead.clientId(), credited);
        }
        if (first) {
            trail.converted(deal, lead);
        }
    }

    /** An opt-out stays one. */
    private static LeadStatus next(LeadStatus status) {
        return switch (status) {
            case UNSUBSCRIBED, INVALID -> status;
            case NEW,
                    ENRICHED,
                    SCORED,
                    IN_SEQUENCE,
                    REPLIED,
                    MEETING_BOOKED,
                    CONVERTED,
                    COMPLETED,
                    NOT_INTERESTED,
                    BOUNCED,
                    ARCHIVED -> LeadStatus.CONVERTED;
        };
    }

    /** All five models, over what stood before; nothing for a deal without touches or without a value. */
    void attribute(Deal deal) {
        if (deal.leadId() == null) {
            return;
        }
        List<BookingPath.Contact> before = before(deal.clientId(), deal.leadId(), deal.createdAt());
        long cents = deal.value() == null ? 0 : deal.value().cents();
        List<Deals.Credit> credits = new ArrayList<>();
        Arrays.stream(AttributionModel.values()).forEach(model -> {
            Attribution shares = Attribution.of(model, before.size(), cents);
            for (int i = 0; i < before.size(); i++) {
                BookingPath.Contact contact = before.get(i);
                credits.add(new Deals.Credit(
                        model,
                        contact.touch(),
                        contact.sentAt(),
                        contact.channel(),
                        shares.millionths().get(i),
                        shares.cents().get(i),
                        i + 1,
                        before.size()));
            }
        });
        ports.deals().attribute(deal.clientId(), deal.id(), credits);
    }
}
