package io.agencyos.application.deal;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers, for the life of a process, which entries it has seen. */
public final class ReadTwinCalendarService implements ReadTwinCalendar {

    private final TwinCalendar calendar;
    private final BookMeeting meetings;
    private final Leads leads;
    private final UnitOfWork units;
    private final Map<ClientId, Set<String>> seen = new ConcurrentHashMap<>();

    public ReadTwinCalendarService(TwinCalendar calendar, BookMeeting meetings, Leads leads, UnitOfWork units) {
        this.calendar = calendar;
        this.meetings = meetings;
        this.leads = leads;
        this.units = units;
    }

    @Override
    public int read(ClientId twin) {
        Set<String> known = seen.computeIfAbsent(twin, fresh -> ConcurrentHashMap.newKeySet());
        int booked = 0;
        for (TwinCalendar.Entry entry : calendar.entries(twin)) {
            if (!known.contains(entry.event())) {
                booked += isBooked(twin, entry) ? 1 : 0;
                known.add(entry.event());
            }
        }
        return booked;
    }

    /** Whether it is a meeting now that was none; what somebody books who is no lead is nobody's. */
    private boolean isBooked(ClientId twin, TwinCalendar.Entry entry) {
        return lead(twin, entry.by())
                .map(lead -> meetings.book(
                        new TenantScope(twin, null, Role.MEMBER),
                        new BookMeeting.Booking(
                                lead.id(),
                                entry.at(),
                                entry.minutes(),
                                MeetingType.DISCOVERY,
                                null,
                                entry.event(),
                                BookedBy.LEAD,
                                BookingMethod.CALENDLY,
                                null,
                                null),
                        Origin.NONE))
                .filter(BookMeeting.Outcome.Booked.class::isInstance)
                .isPresent();
    }

    private Optional<Lead> lead(ClientId twin, EmailAddress address) {
        return units
                .reading(
                        TenantScope.worker(twin),
                        () -> leads.findByIdentity(
                                twin, List.of(address.key().value()), List.of(), List.of(), List.of()))
                .stream()
                .findFirst();
    }
}
