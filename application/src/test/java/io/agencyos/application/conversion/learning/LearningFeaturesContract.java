package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.deal.RecordMeetingOutcome;
import io.agencyos.application.deal.RecordMeetingOutcome.News;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What facts are in the dimensions of texts, gaps, plans, replies and meetings. */
public abstract class LearningFeaturesContract extends LearningDesk {

    private static final Duration SEQUENCE = Duration.ofDays(17);

    private List<LearningFacts.Counted> counts(LearningFacts.Unit unit) {
        return in(() -> learning().facts().counts(client(), unit, ever()));
    }

    private static Cell only(List<LearningFacts.Counted> counts, String dimension) {
        List<LearningFacts.Counted> found = counts.stream()
                .filter(each -> each.dimension().equals(dimension))
                .toList();
        assertThat(found).as(dimension).hasSize(1);
        return found.getFirst().cell();
    }

    private List<Lead> throughTheSequence(int count) {
        List<Lead> leads = scenario().leads(count);
        scenario().runFor(SEQUENCE);
        return leads;
    }

    @Test // CIS 3.1, 7: what a text was like is frozen with the touch
    void texts_are_counted_by_what_they_were_like() {
        contacted(2);
        scenario().advance(Duration.ofDays(31));
        mature();
        List<LearningFacts.Counted> counts = counts(LearningFacts.Unit.TOUCH);
        Cell named = only(counts, "personalization:first_name");
        assertThat(named.segment()).isEqualTo("with");
        assertThat(named.n()).isEqualTo(2);
        assertThat(named.stratum()).startsWith("email|1|").endsWith("|2026-03");
        assertThat(only(counts, "angle:neutral").segment()).isEqualTo("with");
        assertThat(only(counts, "link_count").n()).isEqualTo(2);
        assertThat(counts)
                .filteredOn(each -> each.dimension().equals("length:email"))
                .extracting(each -> each.cell().n())
                .satisfies(sizes -> assertThat(
                                sizes.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(2));
        assertThat(counts)
                .filteredOn(each -> each.dimension().startsWith("subject_pattern:"))
                .isNotEmpty();
    }

    @Test // CIS 8, 21: zone unknown: the clock is assumed, and said to be
    void a_lead_of_which_nobody_knows_where_it_is_counts_for_its_hour_and_for_no_zone() {
        List<Lead> leads = scenario().leads(2);
        Lead lost = leads.getFirst();
        scenario()
                .in(() -> desk().world()
                        .world()
                        .leads()
                        .leads()
                        .update(lost.change()
                                .timezone(null)
                                .person(new PersonDetails(
                                        "Priya",
                                        "Raman",
                                        "Head of Growth",
                                        lost.person().seniority(),
                                        null,
                                        null,
                                        lost.person().country()))
                                .company(new CompanyDetails(
                                        "Nowhere Pty Ltd",
                                        null,
                                        "Marketing",
                                        25,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        List.of()))
                                .lead()));
        scenario().runFor(Duration.ofHours(6));
        scenario().advance(Duration.ofDays(31));
        mature();
        List<LearningFacts.Counted> counts = counts(LearningFacts.Unit.TOUCH);
        assertThat(counts)
                .filteredOn(each -> each.dimension().equals("hour"))
                .extracting(each -> each.cell().n())
                .satisfies(sizes -> assertThat(
                                sizes.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(2));
        assertThat(only(counts, "timezone"))
                .satisfies(zone -> assertThat(zone.segment()).isEqualTo("Australia/Sydney"))
                .satisfies(zone -> assertThat(zone.n()).as("the other one's").isEqualTo(1));
    }

    @Test // CIS 8: a gap is judged by intention, with everything that follows within 28 days
    void the_planned_gap_to_the_next_touch_is_counted_with_the_bookings_of_28_days() {
        List<Lead> leads = throughTheSequence(3);
        booked(leads.getFirst());
        scenario().advance(Duration.ofDays(60));
        mature();
        List<LearningFacts.Counted> gaps = counts(LearningFacts.Unit.GAP);
        Cell first = only(gaps, "gap:1");
        assertThat(first.segment()).isEqualTo("8-14");
        assertThat(first.n()).isEqualTo(3);
        assertThat(first.k()).isEqualTo(1);
        assertThat(gaps).noneMatch(each -> each.dimension().equals("gap:3"));
        assertThat(totals(LearningFacts.Unit.GAP).units())
                .isEqualTo(gaps.stream().mapToLong(each -> each.cell().n()).sum());
    }

    @Test // CIS 9.1, 9.2: transitions by touch, landmarks by lead still open at its third touch
    void channels_are_counted_from_touch_to_touch_and_at_the_landmark() {
        throughTheSequence(2);
        scenario().advance(Duration.ofDays(60));
        mature();
        Cell transition = counts(LearningFacts.Unit.TOUCH).stream()
                .filter(each -> each.dimension().equals("transition")
                        && each.cell().stratum().contains("|2|"))
                .findFirst()
                .orElseThrow()
                .cell();
        assertThat(transition.segment()).isEqualTo("email→email");
        assertThat(transition.n()).isEqualTo(2);
        assertThat(transition.stratum()).startsWith(scenario().campaign().id().text());
        long third = counts(LearningFacts.Unit.TOUCH).stream()
                .filter(each -> each.dimension().equals("touch_no")
                        && each.cell().segment().equals("3"))
                .mapToLong(each -> each.cell().n())
                .sum();
        assertThat(counts(LearningFacts.Unit.LEAD).stream()
                        .filter(each -> each.dimension().equals("landmark"))
                        .mapToLong(each -> each.cell().n())
                        .sum())
                .isEqualTo(third);
    }

    @Test // CIS 4, 9.1: a lead that was not given a channel has another plan than its campaign
    void the_plan_of_a_lead_holds_the_channels_that_it_was_given() {
        List<Lead> leads = contacted(2);
        EnrolmentId enrolment = scenario().enrolment(leads.getFirst()).id();
        scenario()
                .in(() -> plans().record(
                                client(),
                                Map.of(
                                        enrolment,
                                        new ChannelAllocation(
                                                List.of(Channel.LINKEDIN),
                                                Map.of(Channel.EMAIL, ChannelExclusion.MIX_OFF))),
                                now()));
        scenario().advance(Duration.ofDays(31));
        mature();
        assertThat(only(counts(LearningFacts.Unit.LEAD), "first_channel").n()).isEqualTo(1);
        assertThat(counts(LearningFacts.Unit.LEAD))
                .filteredOn(each -> each.dimension().equals("channel:email"))
                .extracting(each -> each.cell().segment())
                .containsExactlyInAnyOrder("with", "without");
    }

    @Test // CIS 6.2: what replies object to, as far as it was said before the cut-off
    void replies_are_counted_by_what_they_object_to() {
        List<Lead> leads = contacted(2);
        replied(leads.getFirst(), Intent.NOT_INTERESTED, "No budget this year.");
        Instant cutOff = now().plus(Duration.ofDays(1));
        scenario().advance(Duration.ofDays(31));
        replied(leads.getLast(), Intent.INTERESTED, "Tell me more.");
        mature();
        List<Objections.Said> said = in(() -> learning().facts().objections(client(), ever(), cutOff));
        assertThat(said)
                .filteredOn(each -> each.objection() == null)
                .singleElement()
                .satisfies(each -> assertThat(each.leads()).isEqualTo(1));
    }

    @Test // CIS 10: meetings that are past and whose attendance is known
    void meetings_are_counted_by_what_was_known_of_them() {
        List<Meeting> meetings = new ArrayList<>();
        contacted(4).forEach(lead -> meetings.add(booked(lead)));
        tell(meetings.get(0), new News.Confirmed());
        tell(meetings.get(3), new News.Cancelled(null));
        scenario().advance(Duration.ofDays(2));
        tell(meetings.get(0), new RecordMeetingOutcome.News.Ended(MeetingOutcome.GOOD, null, null));
        tell(meetings.get(1), new News.Attendance(false, "ill"));
        List<LearningFacts.Counted> counts = counts(LearningFacts.Unit.MEETING);
        assertThat(totals(LearningFacts.Unit.MEETING)).isEqualTo(new LearningFacts.Totals(2, 1));
        assertThat(counts)
                .contains(new LearningFacts.Counted("confirmed", new Cell("with", "", 1, 1)))
                .contains(new LearningFacts.Counted("confirmed", new Cell("without", "", 1, 0)))
                .contains(new LearningFacts.Counted("rescheduled", new Cell("without", "", 2, 1)))
                .contains(new LearningFacts.Counted("lead_time", new Cell("0-1", "", 2, 1)));
        assertThat(only(counts, "day").segment()).isEqualTo("1");
    }
}
