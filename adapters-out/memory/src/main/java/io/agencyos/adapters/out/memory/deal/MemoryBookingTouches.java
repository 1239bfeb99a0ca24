package io.agencyos.adapters.out.memory.deal;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.deal.store.BookingTouches;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;
import java.util.Optional;

/** The sent touches, and which of them led to a booking. */
public final class MemoryBookingTouches implements BookingTouches {

    private record Credit(ClientId client, TouchId touch) {}

    private final MemorySentLog sentLog;
    private final MemoryTouchOutcomes outcomes;
    private final MemoryTable<TouchId, Credit> credits;

    public MemoryBookingTouches(MemoryUnitOfWork units, MemorySentLog sentLog, MemoryTouchOutcomes outcomes) {
        this.sentLog = sentLog;
        this.outcomes = outcomes;
        credits = MemoryTable.<TouchId, Credit>ofTenants("led_to_booking", units, Credit::client, Credit::touch)
                .writtenBy(Role.WORKER);
    }

    @Override
    public List<BookingPath.Contact> sentTo(ClientId client, LeadId lead) {
        return sentLog.touches(client).stream()
                .filter(one -> one.sent().touch().leadId().equals(lead))
                .map(one -> new BookingPath.Contact(
                        one.sent().touch().id(),
                        one.sent().touch().kind().channel(),
                        one.sent().at(),
                        one.sent().touch().origin() == TouchOrigin.REPLY,
                        failed(one.delivery())))
                .sorted(comparing(BookingPath.Contact::sentAt)
                        .thenComparing(contact -> contact.touch().text()))
                .toList();
    }

    private static boolean failed(DeliveryStatus delivery) {
        return switch (delivery) {
            case ACCEPTED, DELIVERED -> false;
            case BOUNCED, UNDELIVERED, FAILED_LATE -> true;
        };
    }

    @Override
    public Optional<Answer> lastAnswer(ClientId client, LeadId lead) {
        return sentTo(client, lead).stream()
                .map(BookingPath.Contact::touch)
                .flatMap(touch ->
                        Optional.ofNullable(outcomes.of(client, touch).repliedAt())
                                .map(at -> new Answer(touch, at))
                                .stream())
                .reduce((one, later) -> later.at().isBefore(one.at()) ? one : later);
    }

    @Override
    public void credit(ClientId client, BookingPath.Contact contact) {
        credits.put(new Credit(client, contact.touch()));
    }

    /** The booking that it led to was taken back, and no other is credited to it. */
    public void discredit(TouchId touch) {
        credits.remove(touch);
    }

    @Override
    public boolean isCredited(ClientId client, BookingPath.Contact contact) {
        return credits.find(contact.touch()).isPresent();
    }
}
