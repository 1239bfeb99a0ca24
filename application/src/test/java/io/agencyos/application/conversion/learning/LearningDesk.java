package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.deal.DealUseCases;
import io.agencyos.application.deal.RecordMeetingOutcome;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A desk whose outcomes are learned from. */
public abstract class LearningDesk extends DeskUnderTest {

    protected static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** On which channels enrolments go, on the same stores. */
    protected abstract ChannelPlans plans();

    /** The stores of learning, on those of the desk. */
    protected abstract LearningPorts learning();

    protected final LearningUseCases useCases() {
        return new LearningUseCases(learning(), desk().world().units(), clock()::get, ids());
    }

    protected final <T> T in(Supplier<T> work) {
        return desk().world().units().inTenant(TenantScope.worker(client()), work);
    }

    protected final LearningFacts.Matured mature() {
        return matureAt(now());
    }

    protected final LearningFacts.Matured matureAt(Instant at) {
        LearningFacts.Matured all = new LearningFacts.Matured(0, 0, false);
        while (!all.complete()) {
            all = all.then(in(() -> learning()
                    .facts()
                    .mature(client(), SYDNEY, at, learning().windows(client()).horizons())));
        }
        return all;
    }

    protected final LearningFacts.Span ever() {
        return new LearningFacts.Span(Instant.EPOCH, now());
    }

    protected final LearningFacts.Totals totals(LearningFacts.Unit unit) {
        return in(() -> learning().facts().totals(client(), unit, ever()));
    }

    protected final DealUseCases deals() {
        return new DealUseCases(
                desk().dealPorts()
                        .crediting(client ->
                                learning().settings().of(client).horizons().ofATouch()),
                scenario().useCases().stopOutreach(),
                desk().world().units(),
                clock()::get,
                ids());
    }

    protected final Meeting booked(Lead lead) {
        BookMeeting.Outcome outcome = deals().bookMeeting()
                .book(
                        TenantScope.worker(client()),
                        new BookMeeting.Booking(
                                lead.id(),
                                now().plus(Duration.ofDays(1)),
                                30,
                                MeetingType.DISCOVERY,
                                null,
                                null,
                                BookedBy.LEAD,
                                BookingMethod.CALENDLY,
                                null,
                                null),
                        AuditEntry.Origin.NONE);
        if (outcome instanceof BookMeeting.Outcome.Booked(Meeting meeting)) {
            return meeting;
        }
        throw new AssertionError(outcome);
    }

    protected final void calledOff(Meeting meeting) {
        tell(meeting, new RecordMeetingOutcome.News.Cancelled(null));
    }

    protected final void tell(Meeting meeting, RecordMeetingOutcome.News news) {
        deals().recordMeetingOutcome().record(TenantScope.worker(client()), meeting.id(), news, AuditEntry.Origin.NONE);
    }
}
