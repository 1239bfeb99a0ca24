package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Judged;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Facts, and what is learned from them, over what really happened in the stores. */
public abstract class LearningContract extends LearningDesk {

    /** Of the four documents that this story gives, on whatever store. */
    private static final String DIGEST = "d5253df00d43c346d2e693357be880e7fdbf17c3b3f24d15250befd55b712238";

    private int retracted() {
        return in(() -> learning().facts().retractCancelled(client(), now(), Duration.ofDays(14)));
    }

    /** Whether a touch of the lead is marked as having led to a booking. */
    private boolean isCredited(Lead lead) {
        return in(() -> desk().bookingTouches().sentTo(client(), lead.id()).stream()
                .anyMatch(touch -> desk().bookingTouches().isCredited(client(), touch)));
    }

    @Test // CIS 2.1, 2.3, E-1 lead F: booked, cancelled, never re-booked
    void a_meeting_that_was_called_off_for_good_is_no_conversion() {
        List<Lead> leads = contacted(2);
        calledOff(booked(leads.getFirst()));
        calledOff(booked(leads.getLast()));
        assertThat(retracted()).isZero();
        scenario().advance(Duration.ofDays(3));
        booked(leads.getLast());
        scenario().advance(Duration.ofDays(12));
        assertThat(isCredited(leads.getFirst())).isTrue();
        assertThat(retracted()).isEqualTo(1);
        assertThat(retracted()).isZero();
        assertThat(isCredited(leads.getFirst()))
                .as("the mark goes with the booking")
                .isFalse();
        assertThat(isCredited(leads.getLast())).isTrue();
        scenario().advance(Duration.ofDays(20));
        mature();
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(2, 1));
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(2, 1));
    }

    @Test // CIS 21: a retraction after the fact was counted
    void a_retraction_takes_the_conversion_out_of_facts_already_taken_over() {
        Meeting meeting = booked(contacted(1).getFirst());
        scenario().advance(Duration.ofDays(31));
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(1, 1));
        assertThat(totals(LearningFacts.Unit.LEAD).conversions()).isEqualTo(1);
        calledOff(meeting);
        assertThat(retracted()).isEqualTo(1);
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(1, 1));
        assertThat(totals(LearningFacts.Unit.LEAD).conversions()).isZero();
        assertThat(totals(LearningFacts.Unit.TOUCH).conversions()).isZero();
    }

    @Test // CIS 2.2, 2.3: silent leads count as not converted, and nobody before the time is over
    void a_lead_counts_when_its_time_to_convert_is_over() {
        List<Lead> leads = contacted(3);
        scenario().advance(Duration.ofHours(2));
        booked(leads.getFirst());
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(0, 0));
        scenario().advance(Duration.ofDays(15));
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(0, 3));
        scenario().advance(Duration.ofDays(16));
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(3, 0));
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(0, 0));
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(3, 1));
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(3, 1));
        assertThat(in(() -> learning().facts().daysToConvert(client(), ever()))).isEqualTo(Map.of(0, 1L));
    }

    @Test // CIS 2.2: a bounced lead was paid for; 2.3: a touch that did not arrive is no unit
    void what_bounced_is_a_lead_and_no_touch() {
        List<Lead> leads = contacted(2);
        desk().delivery()
                .tell(client(), scenario().touches(leads.getFirst()).getFirst().id(), DeliveryStatus.BOUNCED);
        scenario().advance(Duration.ofDays(31));
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(2, 1));
    }

    @Test // CIS 2.2: 35 days are beyond the horizon; E-1 lead B
    void a_booking_after_the_horizon_does_not_count_for_the_lead() {
        List<Lead> leads = contacted(1);
        scenario().advance(Duration.ofDays(35));
        booked(leads.getFirst());
        mature();
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(1, 0));
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(1, 0));
    }

    @Test // CIS 21: a conversion that arrives after its touch was counted
    void a_booking_that_is_told_late_corrects_its_facts_and_leaves_the_rest() {
        List<Lead> leads = contacted(2);
        assertThat(matureAt(now().plus(Duration.ofDays(31)))).isEqualTo(new LearningFacts.Matured(2, 2));
        booked(leads.getFirst());
        scenario().advance(Duration.ofDays(31));
        assertThat(mature()).isEqualTo(new LearningFacts.Matured(1, 1));
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(2, 1));
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(2, 1));
    }

    @Test // CIS 4, 9.1, 10: the strata of each dimension
    void facts_are_counted_per_dimension_within_their_strata() {
        contacted(2);
        scenario().advance(Duration.ofDays(31));
        mature();
        List<LearningFacts.Counted> leads =
                in(() -> learning().facts().counts(client(), LearningFacts.Unit.LEAD, ever()));
        assertThat(leads)
                .contains(new LearningFacts.Counted("title", new Cell("Head of", "2026-03", 2, 0)))
                .contains(new LearningFacts.Counted("email_status", new Cell("verified", "2026-03", 2, 0)));
        String campaign = scenario().campaign().id().text();
        assertThat(leads)
                .filteredOn(each -> each.dimension().equals("channel:email"))
                .singleElement()
                .satisfies(each -> assertThat(each.cell().stratum())
                        .startsWith(campaign + "|")
                        .endsWith("|2026-03"));
        List<LearningFacts.Counted> touches =
                in(() -> learning().facts().counts(client(), LearningFacts.Unit.TOUCH, ever()));
        assertThat(touches)
                .filteredOn(each -> each.dimension().equals("day"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.cell().segment()).isEqualTo("0");
                    assertThat(each.cell().stratum()).startsWith("email|1|").endsWith("|2026-03");
                    assertThat(each.cell().n()).isEqualTo(2);
                });
        assertThat(touches).contains(new LearningFacts.Counted("touch_no", new Cell("1", "", 2, 0)));
    }

    @Test // CIS 4, 22: however facts are added up, a span has the counts of its facts
    void a_span_is_counted_whole_wherever_it_is_cut() {
        Instant begun = now();
        for (int day = 0; day < 4; day++) {
            contacted(1);
            scenario().advance(Duration.ofHours(24));
        }
        scenario().advance(Duration.ofDays(31));
        mature();
        Instant end = now();
        for (LearningFacts.Unit unit :
                List.of(LearningFacts.Unit.LEAD, LearningFacts.Unit.TOUCH, LearningFacts.Unit.GAP)) {
            Map<String, Long> whole = counted(unit, new LearningFacts.Span(begun, end));
            for (Duration cut : List.of(Duration.ofMinutes(1), Duration.ofHours(25), Duration.ofHours(61))) {
                Map<String, Long> parts = new TreeMap<>(counted(unit, new LearningFacts.Span(begun, begun.plus(cut))));
                counted(unit, new LearningFacts.Span(begun.plus(cut), end))
                        .forEach((place, n) -> parts.merge(place, n, Long::sum));
                assertThat(parts).as("%s cut after %s", unit, cut).isEqualTo(whole);
            }
        }
        assertThat(totals(LearningFacts.Unit.LEAD).units()).isGreaterThan(1);
    }

    /** Flags are left out on the side that has none: a part in which a flag does not occur does not tell of it. */
    private Map<String, Long> counted(LearningFacts.Unit unit, LearningFacts.Span span) {
        return in(() -> learning().facts().counts(client(), unit, span)).stream()
                .filter(each -> !each.cell().segment().equals(Judged.WITHOUT))
                .collect(Collectors.toMap(
                        each -> each.dimension() + " " + each.cell().segment() + " "
                                + each.cell().stratum(),
                        each -> each.cell().n(),
                        Long::sum,
                        TreeMap::new));
    }

    @Test // CIS 19, 21: each night takes over what matured, whatever nights were missed
    void nights_take_over_each_fact_once() {
        int leads = 0;
        int touches = 0;
        contacted(3);
        for (int day = 0; day < 50; day++) {
            if (day % 9 != 4) {
                LearningFacts.Matured night = mature();
                leads += night.leads();
                touches += night.touches();
            }
            scenario().advance(Duration.ofDays(1));
        }
        assertThat(List.of(leads, touches)).containsExactly(3, 3);
        assertThat(totals(LearningFacts.Unit.TOUCH)).isEqualTo(new LearningFacts.Totals(3, 0));
    }

    @Test // CIS 4: at least 20 matured conversions
    void with_few_conversions_nothing_is_learned() {
        contacted(2);
        scenario().advance(Duration.ofDays(31));
        assertThat(useCases().learnPatterns().learn(client()))
                .isEqualTo(new LearnPatterns.Outcome.InsufficientData(20, 0));
        assertThat(useCases().showPatterns().patterns(as(ANN, Role.VIEWER), true))
                .isEmpty();
    }

    /** Forty leads, of whom the first 22 by id book as is told. */
    private void lived(Consumer<List<Lead>> told) {
        scenario().knowItsLeads();
        List<Lead> leads = contacted(40).stream()
                .sorted(Comparator.comparing(lead -> lead.id().text()))
                .toList();
        scenario().advance(Duration.ofHours(2));
        told.accept(leads.subList(0, 22));
        scenario().advance(Duration.ofDays(45));
    }

    private String digest() {
        return Digests.sha256Hex(useCases().showPatterns().patterns(as(ANN, Role.VIEWER), false).stream()
                .map(pattern -> pattern.document().canonical())
                .collect(Collectors.joining("\n")));
    }

    @Test // CIS 23.1, last row: duplicate, reordered, replayed events: identical JSON
    void a_story_that_is_told_in_another_order_and_twice_gives_the_same_patterns() {
        lived(bookings -> bookings.reversed().forEach(lead -> {
            Meeting meeting = booked(lead);
            in(() -> {
                desk().outcomes().of(client(), meeting.id()).forEach(desk().outcomes()::append);
                return meeting;
            });
        }));
        useCases().learnPatterns().learn(client());
        assertThat(digest()).isEqualTo(DIGEST);
        mature();
        useCases().learnPatterns().learn(client());
        assertThat(digest()).as("a replay").isEqualTo(DIGEST);
    }

    @Test // CIS 13, 19.1, issue 5: the same on every store, to the last bit, and repeating it changes nothing
    void the_same_story_gives_the_same_patterns() {
        lived(bookings -> bookings.forEach(this::booked));
        LearnPatterns.Outcome.Learned learned =
                (LearnPatterns.Outcome.Learned) useCases().learnPatterns().learn(client());
        assertThat(learned.patterns().keySet())
                .containsExactlyInAnyOrder(PatternType.WHO, PatternType.WHAT, PatternType.WHEN, PatternType.HOW);
        assertThat(learned.weights()).isInstanceOf(WeightLearning.Outcome.InsufficientData.class);
        LearnedPattern who = useCases()
                .showPatterns()
                .pattern(as(ANN, Role.VIEWER), PatternType.WHO)
                .orElseThrow();
        assertThat(who.sampleSize()).isEqualTo(40);
        assertThat(who.conversions()).isEqualTo(22);
        assertThat(who.confidence()).isEqualByComparingTo(new BigDecimal("0.4737"));
        assertThat(who.document().get("title_rankings").orElseThrow().canonical())
                .contains("\"title\":\"Head of\"", "\"status\":\"no_contrast\"", "\"sample\":40");
        assertThat(digest()).isEqualTo(DIGEST);

        scenario().advance(Duration.ofHours(1));
        LearnPatterns.Outcome.Learned again =
                (LearnPatterns.Outcome.Learned) useCases().learnPatterns().learn(client());
        assertThat(again.patterns().values()).containsOnly(new LearnPatterns.Published(1, false));
        assertThat(useCases().showPatterns().history(as(ANN, Role.VIEWER), null, null, 10))
                .hasSize(4);

        // CIS 4: a run that somebody asks for is cut off at the beginning of the day, the weekly one on Sunday
        assertThat(who.cutOff().atZone(SYDNEY).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        new StepsByHand(
                        PatternLearning.flow(useCases().learnPatterns()),
                        desk().world().units(),
                        List.of())
                .by(ANN)
                .of(client(), Map.of(), now());
        assertThat(useCases()
                        .showPatterns()
                        .pattern(as(ANN, Role.VIEWER), PatternType.WHO)
                        .orElseThrow()
                        .cutOff())
                .isEqualTo(Windows.today(now()))
                .isAfter(who.cutOff());
        // CIS 13: run_id; outside of a run there is none
        assertThat(useCases().showPatterns().history(as(ANN, Role.VIEWER), PatternType.WHO, null, 10))
                .extracting(past -> past.pattern().run())
                .satisfiesExactly(
                        run -> assertThat(run).isNotNull(),
                        run -> assertThat(run).isNull());
    }

    private LearnedPattern published(Instant cutOff, String key) {
        return in(() -> learning().patterns().publish(pattern(client(), cutOff, key)));
    }

    private LearnedPattern pattern(ClientId of, Instant cutOff, String key) {
        return new LearnedPattern(
                ids().next(),
                of,
                PatternType.WHEN,
                99,
                Node.members()
                        .with("key", key)
                        .with("rate", Node.rounded(.06, 4))
                        .done(),
                1_000,
                60,
                new BigDecimal("0.7500"),
                "meeting_booked",
                cutOff.minus(Duration.ofDays(104)),
                cutOff.minus(Duration.ofDays(14)),
                cutOff,
                "settings",
                now(),
                PatternStatus.ACTIVE);
    }

    @Test // CIS 13
    void a_new_version_supersedes_the_old_one_which_stays_as_history() {
        Instant sunday = Instant.parse("2026-02-28T13:00:00Z");
        LearnedPattern first = published(sunday, "a");
        scenario().advance(Duration.ofDays(7));
        LearnedPattern second = published(sunday.plus(Duration.ofDays(7)), "b");
        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(in(() -> learning().patterns().newest(client()))).containsExactly(second);
        assertThat(second.document().canonical()).isEqualTo("{\"key\":\"b\",\"rate\":0.0600}");
        List<LearnedPattern> history = in(() -> learning().patterns().history(client(), PatternType.WHEN, 10));
        assertThat(history)
                .extracting(LearnedPattern::status)
                .containsExactly(PatternStatus.ACTIVE, PatternStatus.SUPERSEDED);
        assertThat(in(() -> learning().patterns().find(client(), PatternType.WHEN, sunday, "settings")))
                .map(LearnedPattern::version)
                .contains(1);
        assertThat(in(() -> learning().patterns().find(client(), PatternType.WHO, sunday, "settings")))
                .isEmpty();
    }

    @Test // CIS 20: versions a page at a time; what a page begins or ends with is compared with its neighbours beyond
    void versions_are_read_a_page_at_a_time() {
        Instant sunday = Instant.parse("2026-02-28T13:00:00Z");
        for (int week = 0; week < 3; week++) {
            published(sunday.plus(Duration.ofDays(7L * week)), "week " + week);
            scenario().advance(Duration.ofDays(7));
        }
        ShowPatterns show = useCases().showPatterns();
        List<ShowPatterns.Past> first = show.history(as(ANN, Role.VIEWER), PatternType.WHEN, null, 1);
        assertThat(first).extracting(past -> past.pattern().version()).containsExactly(3);
        List<ShowPatterns.Past> second = show.history(
                as(ANN, Role.VIEWER), null, first.getLast().pattern().id(), 1);
        assertThat(second).singleElement().satisfies(past -> {
            assertThat(past.pattern().version()).isEqualTo(2);
            assertThat(past.supersededAt()).isEqualTo(first.getLast().pattern().computedAt());
        });
        assertThat(show.history(
                        as(ANN, Role.VIEWER),
                        PatternType.WHEN,
                        second.getLast().pattern().id(),
                        10))
                .extracting(past -> past.pattern().version())
                .containsExactly(1);
    }

    @Test // CIS 12.3: staff sees sums of so many clients at least
    void patterns_are_summed_over_clients_and_shown_only_of_enough_of_them() {
        int before = clientsWithPattern(1);
        for (OutreachScenario one : List.of(scenario(), another(), another())) {
            one.in(() -> learning().patterns().publish(pattern(one.client(), now(), "a")));
        }
        assertThat(clientsWithPattern(1)).isEqualTo(before + 3);
        assertThat(clientsWithPattern(before + 3)).isEqualTo(before + 3);
        assertThat(clientsWithPattern(before + 4)).isZero();
    }

    private int clientsWithPattern(int least) {
        return desk().world().units().onPlatform(() -> learning().patterns().across(least, now())).stream()
                .filter(each -> each.type() == PatternType.WHEN)
                .mapToInt(Patterns.Across::clients)
                .sum();
    }

    @Test // CIS 13, data model 7: nothing is deleted for 24 months; then what was superseded is, and the facts of that
    // time
    void what_was_superseded_is_kept_for_two_years() {
        published(Instant.parse("2026-02-21T13:00:00Z"), "a");
        published(Instant.parse("2026-02-28T13:00:00Z"), "b");
        contacted(2);
        scenario().advance(Duration.ofDays(45));
        mature();
        assertThat(totals(LearningFacts.Unit.LEAD).units()).isEqualTo(2);
        scenario().advance(Duration.ofDays(640));
        useCases().expirePatterns().expire(client());
        mature();
        assertThat(in(() -> learning().patterns().history(client(), PatternType.WHEN, 10)))
                .hasSize(2);
        assertThat(totals(LearningFacts.Unit.LEAD).units()).isEqualTo(2);
        scenario().advance(Duration.ofDays(60));
        useCases().expirePatterns().expire(client());
        mature();
        assertThat(in(() -> learning().patterns().history(client(), PatternType.WHEN, 10)))
                .as("the newest stays")
                .extracting(LearnedPattern::version)
                .containsExactly(2);
        assertThat(totals(LearningFacts.Unit.LEAD).units()).isZero();
        assertThat(totals(LearningFacts.Unit.TOUCH).units()).isZero();
    }

    @Test // CIS 13: 14 days; a late job does not extend a life
    void a_pattern_runs_out_after_two_weeks() {
        LearnedPattern pattern = published(Instant.parse("2026-02-28T13:00:00Z"), "a");
        scenario().advance(Duration.ofDays(14));
        assertThat(pattern.isValid(now())).isFalse();
        assertThat(useCases().showPatterns().patterns(as(ANN, Role.VIEWER), false))
                .isEmpty();
        assertThat(useCases().showPatterns().patterns(as(ANN, Role.VIEWER), true))
                .hasSize(1);
        assertThat(in(() -> learning().patterns().expire(client(), now()))).isEqualTo(1);
        assertThat(in(() -> learning().patterns().expire(client(), now()))).isZero();
        assertThat(in(() -> learning().patterns().newest(client())))
                .extracting(LearnedPattern::status)
                .containsExactly(PatternStatus.EXPIRED);
    }
}
