package io.agencyos.application.deal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.deal.DealUseCases;
import io.agencyos.application.deal.Fault;
import io.agencyos.application.deal.ListMeetings;
import io.agencyos.application.deal.RecordMeetingOutcome;
import io.agencyos.application.deal.RecordMeetingOutcome.News;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Meetings from booking to outcome, over real stores: the same stories in memory and on PostgreSQL. */
public abstract class MeetingsContract extends DeskUnderTest {

    private DealUseCases deals() {
        return new DealUseCases(
                desk().dealPorts(),
                scenario().useCases().stopOutreach(),
                desk().world().units(),
                clock()::get,
                ids());
    }

    private static BookMeeting.Booking booking(LeadId lead, Instant at, @Nullable String event) {
        return new BookMeeting.Booking(
                lead,
                at,
                30,
                MeetingType.DISCOVERY,
                "https://meet.example/northlight",
                event,
                BookedBy.HUMAN,
                BookingMethod.DIRECT,
                null,
                null);
    }

    private BookMeeting.Outcome book(TenantScope scope, BookMeeting.Booking booking) {
        return deals().bookMeeting().book(scope, booking, AuditEntry.Origin.NONE);
    }

    private Meeting booked(Lead lead, Instant at) {
        return booked(book(as(ANN, Role.MEMBER), booking(lead.id(), at, null)));
    }

    private static Meeting booked(BookMeeting.Outcome outcome) {
        if (outcome instanceof BookMeeting.Outcome.Booked(Meeting meeting)) {
            return meeting;
        }
        throw new AssertionError(outcome);
    }

    private RecordMeetingOutcome.Outcome record(Meeting meeting, News news) {
        return deals().recordMeetingOutcome().record(as(ANN, Role.MEMBER), meeting.id(), news, AuditEntry.Origin.NONE);
    }

    private Meeting recorded(Meeting meeting, News news) {
        if (record(meeting, news) instanceof RecordMeetingOutcome.Outcome.Recorded(Meeting after, MeetingStatus is)) {
            return after;
        }
        throw new AssertionError("not recorded: " + news);
    }

    private List<TaskBoard.Task> openTasks(Lead lead) {
        return scenario().in(() -> desk().tasks().list(client(), TaskBoard.Status.OPEN, lead.id(), 10));
    }

    private List<MeetingOutcomes.Kind> outcomes(Meeting meeting) {
        return scenario()
                .in(() -> desk().outcomes().of(client(), meeting.id()).stream()
                        .map(MeetingOutcomes.Entry::kind)
                        .toList());
    }

    private Instant inDays(int days) {
        return now().plus(Duration.ofDays(days));
    }

    @Test // content 5.1 booked; outreach 2.6: no enrolment of the lead stays open and none may start
    void a_booking_ends_the_outreach_to_the_lead_and_its_conversation() {
        Lead lead = contacted();
        List<Touch> sent = scenario().touches(lead);

        Meeting meeting = booked(lead, inDays(3));

        assertThat(meeting.leadId()).isEqualTo(lead.id());
        assertThat(meeting.campaignId()).isEqualTo(lead.campaignId());
        assertThat(scenario().reread(lead).status()).isEqualTo(LeadStatus.MEETING_BOOKED);
        assertThat(scenario().reread(lead).history().bookedAt()).isEqualTo(now());
        assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.CONVERTED);
        assertThat(thread(lead).status()).isEqualTo(ThreadStatus.CONVERTED);
        assertThat(thread(lead).outcome()).isEqualTo(ThreadOutcome.MEETING_BOOKED);
        assertThat(desk().events().apply(client())).contains(EventName.MEETING_BOOKED);
        scenario().runFor(Duration.ofDays(20));
        assertThat(scenario().touches(lead))
                .filteredOn(touch -> touch.state() == TouchState.SENT)
                .hasSameSizeAs(sent);
        assertThat(scenario().conservation().closes()).isTrue();
    }

    @Test // content 5.1: touches before, days to booking; data model 8: credited touch and outcome in one transaction
    void a_booking_knows_what_led_to_it() {
        Lead lead = contacted();
        scenario().runFor(Duration.ofDays(9));
        scenario().advance(Duration.ofHours(1));
        List<BookingPath.Contact> sent =
                scenario().in(() -> desk().bookingTouches().sentTo(client(), lead.id()));

        Meeting meeting = booked(lead, inDays(3));

        assertThat(sent).hasSize(2);
        assertThat(meeting.touchesBefore()).isEqualTo(2);
        assertThat(meeting.daysToBooking())
                .isEqualTo(
                        (int) Duration.between(sent.getFirst().sentAt(), now()).toDays())
                .isEqualTo(9);
        assertThat(meeting.creditedTouchId()).isEqualTo(sent.getLast().touch());
        scenario().in(() -> {
            assertThat(desk().bookingTouches().isCredited(client(), sent.getLast()))
                    .isTrue();
            assertThat(desk().bookingTouches().isCredited(client(), sent.getFirst()))
                    .isFalse();
            assertThat(desk().outcomes().of(client(), meeting.id()))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.kind()).isEqualTo(MeetingOutcomes.Kind.MEETING_BOOKED);
                        assertThat(entry.credited()).isEqualTo(sent.getLast());
                    });
            assertThat(desk().timeline().of(client(), lead.id(), null, 1))
                    .extracting(Activity::action)
                    .containsExactly(ActivityAction.MEETING_BOOKED);
        });
    }

    @Test // api 6
    void a_booking_by_a_person_is_audited() {
        Meeting meeting = booked(contacted(), inDays(3));

        List<AuditEntry> entries = desk().world()
                .units()
                .inTenant(as(ANN, Role.ADMIN), () -> desk().audit().newest(client(), 1));
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.resourceType()).isEqualTo("meeting");
            assertThat(entry.resourceId()).isEqualTo(meeting.id().value());
            assertThat(entry.actor().id()).isEqualTo(ANN.value());
        });
    }

    @Test // api 9.12: unique (client, calendar_event_id)
    void the_same_calendar_event_is_the_same_meeting() {
        List<Lead> leads = contacted(2);
        Meeting first = booked(book(as(ANN, Role.MEMBER), booking(leads.get(0).id(), inDays(3), "event-1")));

        assertThat(book(as(BEN, Role.MEMBER), booking(leads.get(1).id(), inDays(4), "event-1")))
                .isEqualTo(new BookMeeting.Outcome.Exists(first));
        assertThat(scenario().enrolment(leads.get(1)).state()).isEqualTo(EnrolmentState.ACTIVE);
    }

    @Test // content 5.1: by hand twice, under two keys
    void the_same_lead_moment_and_type_is_the_same_meeting_while_it_stands() {
        Lead lead = contacted();
        Meeting first = booked(lead, inDays(3));

        assertThat(book(as(BEN, Role.MEMBER), booking(lead.id(), inDays(3), null)))
                .isEqualTo(new BookMeeting.Outcome.Exists(first));
        assertThat(booked(lead, inDays(4)).id()).isNotEqualTo(first.id());
        recorded(first, new News.Cancelled("ill"));
        assertThat(booked(lead, inDays(3)).id())
                .as("another after it was cancelled")
                .isNotEqualTo(first.id());
    }

    @Test // content 7: same webhook twice
    void of_several_bookings_of_one_event_at_once_one_is_made() throws Exception {
        Lead lead = contacted();
        List<Callable<BookMeeting.Outcome>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> book(as(ANN, Role.MEMBER), booking(lead.id(), inDays(3), "event-race")));
        }
        List<BookMeeting.Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<BookMeeting.Outcome> done : threads.invokeAll(calls)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(BookMeeting.Outcome.Booked.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(BookMeeting.Outcome.Exists.class::isInstance)
                .hasSize(3);
        assertThat(deals().listMeetings()
                        .list(as(ANN, Role.VIEWER), everything())
                        .lines())
                .hasSize(1);
    }

    @Test // content 5.1: an opt-out stays one
    void a_lead_that_opted_out_keeps_its_status_when_it_books() {
        Lead lead = contacted();
        Lead optedOut = withStatus(scenario().reread(lead), LeadStatus.UNSUBSCRIBED);
        scenario().in(() -> desk().world().world().leads().leads().update(optedOut));

        booked(lead, inDays(3));

        assertThat(scenario().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
    }

    @Test // api 3, content 7: other tenant's id
    void who_may_not_book_is_refused_and_a_foreign_lead_is_not_found() {
        Lead lead = contacted();
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);

        assertThat(book(as(ANN, Role.VIEWER), booking(lead.id(), inDays(3), null)))
                .isInstanceOf(BookMeeting.Outcome.Forbidden.class);
        assertThat(book(stranger, booking(lead.id(), inDays(3), null)))
                .isInstanceOf(BookMeeting.Outcome.LeadNotFound.class);
        assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.ACTIVE);
    }

    @Test // api 8 Meeting: 5-480 minutes
    void a_booking_is_refused_with_every_fault() {
        Lead lead = contacted();
        BookMeeting.Booking wrong = new BookMeeting.Booking(
                lead.id(),
                inDays(3),
                4,
                MeetingType.DEMO,
                "javascript:alert(1)",
                " ",
                BookedBy.HUMAN,
                BookingMethod.PHONE,
                null,
                null);

        assertThat(book(as(ANN, Role.MEMBER), wrong))
                .isInstanceOfSatisfying(
                        BookMeeting.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::member)
                                .containsExactly("duration_minutes", "meeting_link", "calendar_event_id"));
    }

    @Test // content 5.1 cancelled: task rebook (1 bd); booked again: new row, previous_meeting_id
    void a_cancelled_meeting_asks_for_another_and_the_next_one_names_it() {
        Lead lead = contacted();
        Meeting first = booked(lead, inDays(3));

        Meeting cancelled = recorded(first, new News.Cancelled("ill"));

        assertThat(cancelled.outcome()).isEqualTo(MeetingOutcome.CANCELLED);
        assertThat(openTasks(lead)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("rebook");
            assertThat(task.meeting()).isEqualTo(first.id());
            assertThat(task.dueAt()).as("Monday to Tuesday").isEqualTo(inDays(1));
        });
        assertThat(recorded(first, new News.Cancelled(null)))
                .as("twice is once")
                .isEqualTo(cancelled);
        Meeting second = booked(lead, inDays(5));
        assertThat(second.previousMeetingId()).isEqualTo(first.id());
        assertThat(openTasks(lead)).isEmpty();
        assertThat(desk().events().apply(client())).containsOnlyOnce(EventName.MEETING_CANCELLED);
    }

    @Test // content 5.1 outcome good: completed, showed
    void a_meeting_that_took_place_counts_as_held_once() {
        Meeting meeting = booked(contacted(), inDays(1));
        scenario().advance(Duration.ofDays(2));

        Meeting held = recorded(meeting, new News.Attendance(true, null));
        Meeting good = recorded(meeting, new News.Ended(MeetingOutcome.GOOD, "Keen.", "Send a proposal."));

        assertThat(held.outcome()).isEqualTo(MeetingOutcome.PENDING);
        assertThat(good.showedUp()).isTrue();
        assertThat(good.nextSteps()).isEqualTo("Send a proposal.");
        assertThat(outcomes(meeting))
                .containsExactly(MeetingOutcomes.Kind.MEETING_BOOKED, MeetingOutcomes.Kind.MEETING_HELD);
        assertThat(desk().events().apply(client())).containsOnlyOnce(EventName.MEETING_ATTENDED);
        assertThat(record(good, new News.Moved(inDays(3), null)))
                .isInstanceOf(RecordMeetingOutcome.Outcome.InvalidTransition.class);
        assertThat(record(good, new News.Confirmed()))
                .isInstanceOf(RecordMeetingOutcome.Outcome.InvalidTransition.class);
    }

    @Test // content 5.1: no_show -> showed false, follow-up task
    void a_lead_that_did_not_come_is_followed_up_and_the_meeting_may_be_moved() {
        Lead lead = contacted();
        Meeting meeting = booked(lead, inDays(1));
        scenario().advance(Duration.ofDays(2));

        Meeting missed = recorded(meeting, new News.Attendance(false, "no answer"));

        assertThat(missed.noShowReason()).isEqualTo("no answer");
        assertThat(openTasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("follow_up");
        assertThat(outcomes(meeting)).contains(MeetingOutcomes.Kind.MEETING_NO_SHOW);
        Meeting moved = recorded(meeting, new News.Moved(inDays(4), "as agreed by phone"));
        assertThat(moved.rescheduled()).isEqualTo(1);
        assertThat(moved.originallyAt()).isEqualTo(meeting.scheduledAt());
        assertThat(moved.outcome()).isEqualTo(MeetingOutcome.PENDING);
        assertThat(moved.showedUp()).isNull();
        assertThat(desk().events().apply(client()))
                .containsOnlyOnce(EventName.MEETING_NO_SHOW)
                .containsOnlyOnce(EventName.MEETING_RESCHEDULED);
    }

    @Test // api 1.6: ETag
    void details_are_changed_only_by_who_saw_the_latest_version() {
        Meeting meeting = booked(contacted(), inDays(1));

        Meeting changed = recorded(meeting, new News.Details(MeetingType.DEMO, 45, null, "Bring the deck.", null, 0));

        assertThat(changed)
                .extracting(Meeting::type, Meeting::durationMinutes, Meeting::link, Meeting::notes, Meeting::version)
                .containsExactly(MeetingType.DEMO, 45, meeting.link(), "Bring the deck.", 1);
        assertThat(record(meeting, new News.Details(null, 60, null, null, null, 0)))
                .isEqualTo(new RecordMeetingOutcome.Outcome.VersionConflict(changed));
        assertThat(record(meeting, new News.Details(null, 481, null, null, null, 1)))
                .isInstanceOf(RecordMeetingOutcome.Outcome.Invalid.class);
    }

    private ListMeetings.Query everything() {
        return query(null, null, false, null, 100);
    }

    private static ListMeetings.Query query(
            @Nullable Boolean upcoming,
            @Nullable MeetingStatus status,
            boolean latestFirst,
            Meetings.@Nullable After after,
            int limit) {
        return new ListMeetings.Query(
                upcoming, status == null ? null : Set.of(status), null, null, null, null, latestFirst, after, limit);
    }

    private static List<Meeting> meetings(ListMeetings.Page page) {
        return page.lines().stream().map(ListMeetings.Line::meeting).toList();
    }

    @Test // api 9.12, 1.4: filters, order, paging
    void meetings_are_listed_by_their_time_with_their_status_page_by_page() {
        List<Lead> leads = contacted(3);
        Meeting late = booked(leads.get(0), inDays(5));
        Meeting early = booked(leads.get(1), inDays(1));
        Meeting middle = booked(leads.get(2), inDays(3));
        recorded(middle, new News.Confirmed());
        scenario().advance(Duration.ofDays(2));
        ListMeetings list = deals().listMeetings();
        TenantScope viewer = as(ANN, Role.VIEWER);

        ListMeetings.Page first = list.list(viewer, query(null, null, false, null, 2));
        assertThat(meetings(first)).extracting(Meeting::id).containsExactly(early.id(), middle.id());
        assertThat(first.more()).isTrue();
        assertThat(first.lines())
                .extracting(ListMeetings.Line::status)
                .containsExactly(MeetingStatus.AWAITING_OUTCOME, MeetingStatus.CONFIRMED);
        assertThat(first.cards().leads())
                .containsOnlyKeys(leads.get(1).id(), leads.get(2).id());
        Meetings.After after = new Meetings.After(middle.scheduledAt(), middle.id());
        ListMeetings.Page second = list.list(viewer, query(null, null, false, after, 2));
        assertThat(meetings(second)).containsExactly(late);
        assertThat(second.more()).isFalse();
        assertThat(meetings(list.list(viewer, query(null, null, true, after, 9))))
                .containsExactly(early);
        assertThat(meetings(list.list(viewer, query(true, null, false, null, 9))))
                .extracting(Meeting::id)
                .containsExactly(middle.id(), late.id());
        assertThat(meetings(list.list(viewer, query(false, null, false, null, 9))))
                .containsExactly(early);
        assertThat(meetings(list.list(viewer, query(null, MeetingStatus.SCHEDULED, false, null, 9))))
                .containsExactly(late);
        assertThat(meetings(list.list(
                        viewer,
                        new ListMeetings.Query(
                                null,
                                null,
                                leads.get(1).id(),
                                scenario().campaign().id(),
                                early.scheduledAt(),
                                late.scheduledAt(),
                                false,
                                null,
                                9))))
                .containsExactly(early);
    }

    @Test // content 5.1: never another tenant
    void another_tenant_sees_none_of_them() {
        Meeting meeting = booked(contacted(), inDays(3));
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);

        assertThat(deals().listMeetings().list(stranger, everything()).lines()).isEmpty();
        assertThat(deals().listMeetings().find(stranger, meeting.id())).isEmpty();
        assertThat(deals().recordMeetingOutcome()
                        .record(stranger, meeting.id(), new News.Confirmed(), AuditEntry.Origin.NONE))
                .isInstanceOf(RecordMeetingOutcome.Outcome.NotFound.class);
        assertThat(deals().listMeetings().find(as(ANN, Role.VIEWER), meeting.id()))
                .hasValueSatisfying(page -> assertThat(meetings(page)).containsExactly(meeting));
    }

    @Test // content 5.1: what is stored is what was booked, and channels are those of the touches
    void touches_are_known_with_their_channel_and_a_bounce() {
        Lead lead = contacted();
        Touch touch = scenario().touches(lead).getFirst();
        desk().delivery().tell(client(), touch.id(), DeliveryStatus.BOUNCED);

        assertThat(scenario().in(() -> desk().bookingTouches().sentTo(client(), lead.id())))
                .containsExactly(new BookingPath.Contact(touch.id(), Channel.EMAIL, touch.sentAt(), false, true));
        assertThat(booked(lead, inDays(3)).creditedTouchId()).isNull();
    }
}
