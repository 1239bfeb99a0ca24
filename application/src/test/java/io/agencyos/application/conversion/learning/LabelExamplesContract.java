package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.application.testing.TouchMaker;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The labels of leads and touches over histories that are told day by day. */
public abstract class LabelExamplesContract extends LearningDesk {

    private static final Year YEAR = Year.of(2026);

    private final TreeMap<Instant, List<Runnable>> plan = new TreeMap<>();
    private final Map<Lead, Integer> numbers = new HashMap<>();

    /** Noon of a day in the year of the tests. */
    private static Instant day(String monthDay) {
        return YEAR.atMonthDay(MonthDay.parse("--" + monthDay))
                .atTime(12, 0)
                .atZone(SYDNEY)
                .toInstant();
    }

    protected abstract TouchOutcomes touchOutcomes();

    private void answers(String monthDay, TouchId touch) {
        on(
                monthDay,
                () -> in(() -> {
                    touchOutcomes()
                            .fold(
                                    client(),
                                    List.of(new TouchOutcomes.Fact.Replied(touch, now(), Intent.MEETING_REQUEST)));
                    return null;
                }));
    }

    private void on(String monthDay, Runnable event) {
        plan.computeIfAbsent(day(monthDay), _ -> new ArrayList<>()).add(event);
    }

    private void unfold(String until) {
        plan.forEach((at, events) -> {
            clock().set(at);
            events.forEach(Runnable::run);
        });
        clock().set(YEAR.atMonthDay(MonthDay.parse("--" + until))
                .atStartOfDay(SYDNEY)
                .toInstant());
    }

    private TouchId touched(String monthDay, Lead lead, TouchKind kind, DeliveryStatus status) {
        TouchId id = new TouchId(UUID.randomUUID());
        on(monthDay, () -> {
            int number = numbers.merge(lead, 1, Integer::sum);
            logged(touch(lead).id(id).kind(kind).step(number).sent(now(), "ref-" + UUID.randomUUID()), number, false);
            if (status != DeliveryStatus.ACCEPTED) {
                desk().delivery().tell(client(), id, status);
            }
        });
        return id;
    }

    private TouchMaker touch(Lead lead) {
        return Outreachbook.touch(scenario().enrolment(lead))
                .frozen(Objects.requireNonNull(scenario().reread(lead).score()).id());
    }

    private void logged(TouchMaker touch, int number, boolean test) {
        scenario().in(() -> desk().world().stores().sentLog().record(List.of(sent(touch.make(), number, test))));
    }

    private TouchId mailed(String monthDay, Lead lead) {
        return touched(monthDay, lead, TouchKind.EMAIL, DeliveryStatus.ACCEPTED);
    }

    private SentLog.Sent sent(Touch touch, int number, boolean test) {
        return new SentLog.Sent(
                touch,
                now(),
                1,
                null,
                "Subject",
                "The whole text.",
                new DomainName("northlight.example"),
                number,
                number == 1 ? null : 2,
                LocalDateTime.ofInstant(now(), SYDNEY),
                SYDNEY,
                60,
                test);
    }

    private void books(String monthDay, Lead lead, @Nullable TouchId answered) {
        on(monthDay, () -> meeting(lead, answered));
    }

    private Meeting meeting(Lead lead, @Nullable TouchId answered) {
        return switch (deals().bookMeeting()
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
                                answered,
                                null),
                        AuditEntry.Origin.NONE)) {
            case BookMeeting.Outcome.Booked(Meeting meeting) -> meeting;
            case BookMeeting.Outcome other -> throw new AssertionError(other);
        };
    }

    @Test // CIS E-1, whole: T = 1 June, H = 30, W = 14
    void the_labels_of_six_histories() {
        List<Lead> leads = scenario().leads(6);
        Lead a = leads.get(0);
        Lead b = leads.get(1);
        Lead c = leads.get(2);
        Lead d = leads.get(3);
        Lead e = leads.get(4);
        Lead f = leads.get(5);
        mailed("03-01", a);
        mailed("03-04", a);
        touched("03-10", a, TouchKind.LI_MESSAGE, DeliveryStatus.ACCEPTED);
        books("03-12", a, null);
        mailed("03-01", b);
        books("04-05", b, null);
        mailed("05-20", c);
        books("05-22", c, null);
        touched("03-01", d, TouchKind.EMAIL, DeliveryStatus.BOUNCED);
        TouchId answered = mailed("03-01", e);
        mailed("03-05", e);
        books("03-06", e, answered);
        mailed("03-01", f);
        AtomicReference<Meeting> booked = new AtomicReference<>();
        on("03-03", () -> booked.set(meeting(f, null)));
        on("03-04", () -> calledOff(Objects.requireNonNull(booked.get())));
        unfold("06-01");
        in(() -> learning().facts().retractCancelled(client(), now(), Duration.ofDays(14)));
        mature();

        // A 1, B 0, C excluded, D 0, E 1, F 0 (taken back)
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(5, 2));
        // A 0 0 1, B 0, C excluded, D excluded, E 1 0, F 0
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(7, 2));
        assertThat(in(() -> learning().facts().counts(client(), LearningFacts.Unit.TOUCH, ever())))
                .filteredOn(each -> each.dimension().equals("touch_no"))
                .extracting(
                        each -> each.cell().segment(),
                        each -> each.cell().n(),
                        each -> each.cell().k())
                .containsExactlyInAnyOrder(tuple("1", 4L, 1L), tuple("2", 2L, 0L), tuple("3", 1L, 1L));
        assertThat(in(() -> learning().facts().daysToConvert(client(), ever()))).isEqualTo(Map.of(11, 1L, 5, 1L));
    }

    @Test // CIS 2.3, credit (1), (2): E-1 lead E, where the booking itself does not say what it answers; and a call
    void a_booking_is_credited_to_what_its_conversation_answers() {
        List<Lead> leads = scenario().leads(3);
        Lead talking = leads.get(0);
        Lead called = leads.get(1);
        Lead wooed = leads.get(2);
        TouchId answered = mailed("03-02", talking);
        mailed("03-05", talking);
        answers("03-06", answered);
        books("03-07", talking, null);
        mailed("03-02", called);
        TouchId call = touched("03-03", called, TouchKind.VOICE, DeliveryStatus.DELIVERED);
        answers("03-04", call);
        books("04-10", called, null);
        TouchId old = mailed("03-02", wooed);
        answers("03-03", old);
        mailed("03-10", wooed);
        books("03-12", wooed, null);
        unfold("06-01");
        mature();
        assertThat(in(() -> learning().facts().counts(client(), LearningFacts.Unit.TOUCH, ever())))
                .filteredOn(each -> each.dimension().equals("touch_no"))
                .extracting(
                        each -> each.cell().segment(),
                        each -> each.cell().n(),
                        each -> each.cell().k())
                .as("the first of the one, the call of the other, and what was sent since of the third")
                .containsExactlyInAnyOrder(tuple("1", 3L, 1L), tuple("2", 3L, 2L));
    }

    @Test // CIS 2.5: test mode, what a person sent by hand, leads that were deleted
    void what_was_no_outreach_of_a_sequence_to_a_lead_that_is_there_is_no_unit() {
        List<Lead> leads = scenario().leads(4);
        Lead tested = leads.get(0);
        Lead byHand = leads.get(1);
        Lead deleted = leads.get(2);
        on("03-02", () -> logged(touch(tested).sent(now(), "ref-test"), 1, true));
        on("03-02", () -> logged(touch(byHand).manual(UUID.randomUUID()).sent(now(), "ref-hand"), 1, false));
        leads.forEach(lead -> books("03-06", lead, null));
        mailed("03-02", deleted);
        mailed("03-02", leads.get(3));
        on(
                "03-10",
                () -> in(() -> {
                    desk().world().world().leads().leads().deleteAll(client(), List.of(deleted.id()), now());
                    return null;
                }));
        unfold("06-01");
        mature();
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(1, 1));
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(1, 1));
    }

    @Test // CIS 2.5: leads suppressed before t1, among them the customers that a client brings; a blind booking is
    // none's
    void who_is_suppressed_before_anything_was_sent_is_no_unit() {
        List<Lead> leads = scenario().leads(3);
        in(() -> {
            desk().world()
                    .world()
                    .leads()
                    .suppressions()
                    .add(List.of(
                            suppressed(leads.get(0), SuppressionReason.EXISTING_CUSTOMER),
                            suppressed(leads.get(1), SuppressionReason.UNSUBSCRIBED)));
            return null;
        });
        scenario().runFor(Duration.ofHours(6));
        booked(leads.get(0));
        booked(leads.get(2));
        scenario().advance(Duration.ofDays(31));
        mature();
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(1, 1));
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(1, 1));
    }

    private Suppression suppressed(Lead lead, SuppressionReason reason) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        return new Suppression(
                id,
                client(),
                SuppressionKeyType.EMAIL,
                Objects.requireNonNull(lead.contact().email()).key().value(),
                reason,
                SuppressionSource.MANUAL,
                id,
                null,
                now(),
                null,
                0);
    }

    @Test // CIS 4: touches from 20 December to 10 January are left out of WHEN, and count everywhere else
    void the_days_around_christmas_say_nothing_of_days() {
        List<Lead> leads = scenario().leads(2);
        mailed("12-19", leads.getFirst());
        mailed("12-20", leads.getLast());
        waiting(30, 7);
        unfold("12-31");
        mature();
        assertThat(matured(LearningFacts.Unit.TOUCH).units()).isEqualTo(2);
        assertThat(in(() -> learning().facts().counts(client(), LearningFacts.Unit.TOUCH, ever())))
                .filteredOn(each -> each.dimension().equals("day"))
                .singleElement()
                .satisfies(each -> assertThat(each.cell().n()).isEqualTo(1));
    }

    @Test // CIS 21: a duplicate outcome event is a no-op
    void a_booking_that_is_told_twice_counts_once() {
        Lead lead = scenario().leads(1).getFirst();
        mailed("03-02", lead);
        on("03-03", () -> {
            Meeting meeting = meeting(lead, null);
            scenario().in(() -> desk().outcomes().of(client(), meeting.id()).forEach(desk().outcomes()::append));
        });
        unfold("06-01");
        mature();
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(1, 1));
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(1, 1));
    }

    private void waiting(int horizonDays, int attributionDays) {
        Horizons horizons = new Horizons(horizonDays, attributionDays);
        in(() -> {
            LearningSettingsStore settings = learning().settings();
            settings.save(client(), settings.of(client()).waiting(horizons));
            return null;
        });
    }

    private LearningFacts.Totals matured(LearningFacts.Unit unit) {
        return in(() -> {
            Windows windows = learning().windows(client());
            return learning()
                    .facts()
                    .totals(
                            client(),
                            unit,
                            windows.window(unit, Windows.today(now()), Windows.LONGEST)
                                    .span());
        });
    }

    @Test // CIS 2.2, 25: H is a setting, and every lead is labelled by the one that stands, taken over before or not
    void a_longer_or_shorter_horizon_labels_every_lead_anew() {
        List<Lead> leads = scenario().leads(3);
        Lead slow = leads.get(0);
        Lead quick = leads.get(1);
        Lead young = leads.get(2);
        mailed("03-01", slow);
        books("04-05", slow, null);
        mailed("03-01", quick);
        books("03-08", quick, null);
        mailed("04-20", young);
        unfold("06-01");
        mature();
        assertThat(matured(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(3, 1));

        waiting(60, 14);
        mature();
        assertThat(matured(LearningFacts.Unit.LEAD))
                .as("35 days are within 60, and the third lead is too young")
                .isEqualTo(new LearningFacts.Totals(2, 2));

        waiting(14, 14);
        mature();
        assertThat(matured(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(3, 1));
        assertThat(in(() -> learning().facts().daysToConvert(client(), ever()))).isEqualTo(Map.of(7, 1L));
    }

    @Test // CIS 2.3, 25: W is a setting; a touch that waits shorter is a unit earlier, whenever that was said
    void a_touch_is_a_unit_as_soon_as_nothing_can_be_credited_to_it_any_more() {
        Lead lead = scenario().leads(1).getFirst();
        mailed("03-01", lead);
        mailed("05-20", lead);
        unfold("06-01");
        mature();
        assertThat(matured(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(1, 0));
        waiting(30, 7);
        mature();
        assertThat(matured(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(2, 0));
        waiting(30, 30);
        mature();
        assertThat(matured(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(1, 0));
    }

    @Test // CIS 2.3, 25: credit (3) reaches W days back
    void a_booking_is_credited_within_the_days_that_the_client_set() {
        List<Lead> leads = scenario().leads(2);
        Lead before = leads.get(0);
        Lead after = leads.get(1);
        mailed("03-01", before);
        books("03-20", before, null);
        on("03-21", () -> waiting(30, 21));
        mailed("04-01", after);
        books("04-20", after, null);
        unfold("06-01");
        mature();
        assertThat(matured(LearningFacts.Unit.TOUCH))
                .as("19 days are more than 14 and fewer than 21")
                .isEqualTo(new LearningFacts.Totals(2, 1));
    }
}
