package io.agencyos.adapters.out.memory.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.FakeOutsideWorld;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.deal.ReadTwinCalendar;
import io.agencyos.application.deal.ReadTwinCalendarService;
import io.agencyos.application.outreach.sandbox.OutsideWorld;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people book with a twin becomes the twin's meetings. That a booking makes a meeting once: {@code BookMeeting}'s own kit. */
class ReadTwinCalendarTest {

    private static final Instant MEETING = Instant.parse("2026-03-05T00:00:00Z");

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLeads leads = new MemoryLeads(units);
    private final FakeOutsideWorld world = new FakeOutsideWorld();
    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final Lead ivy =
            Leadbook.lead(twin, 1, "ivy").change().poolPersonId(null).lead();
    private final List<BookMeeting.Booking> booked = new ArrayList<>();
    private final ReadTwinCalendar calendar = process();

    /** A process that was just started. */
    private ReadTwinCalendar process() {
        return new ReadTwinCalendarService(
                world,
                (scope, booking, origin) -> {
                    booked.add(booking);
                    return new BookMeeting.Outcome.LeadNotFound();
                },
                leads,
                units);
    }

    private void books(EmailAddress who) {
        world.book(twin, new OutsideWorld.Booking(UUID.randomUUID(), who, "Ivy", MEETING));
    }

    @Test // api 4.1: booked
    void a_lead_who_books_has_a_meeting_and_a_stranger_has_none() {
        world.open(twin);
        units.inTenant(TenantScope.worker(twin), () -> leads.insertAll(List.of(ivy)));
        books(Objects.requireNonNull(ivy.contact().email()));
        books(new EmailAddress("nobody@harbour-lane.example"));

        calendar.read(twin);
        calendar.read(twin);

        assertThat(booked).as("once in this process").singleElement().satisfies(booking -> {
            assertThat(booking.lead()).isEqualTo(ivy.id());
            assertThat(booking.scheduledAt()).isEqualTo(MEETING);
            assertThat(booking.bookedBy()).isEqualTo(BookedBy.LEAD);
        });
        process().read(twin);
        assertThat(booked)
                .as("the next process hands the same event in, by which it is known")
                .extracting(BookMeeting.Booking::calendarEventId)
                .hasSize(2)
                .containsOnly(booked.getFirst().calendarEventId());
    }
}
