package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.CampaignStrata;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs of learning that are killed, doubled or told late. Source: conversion intelligence 21. */
public abstract class LearningFailuresContract extends LearningDesk {

    private static final int TYPES = 4;

    private void withTwentyTwoBookings() {
        List<Lead> leads = contacted(30);
        scenario().advance(Duration.ofHours(2));
        leads.subList(0, 22).forEach(this::booked);
        scenario().advance(Duration.ofDays(45));
    }

    private LearnPatterns.Outcome.Learned learned(LearningUseCases with) {
        return (LearnPatterns.Outcome.Learned) with.learnPatterns().learn(client());
    }

    private List<LearnedPattern> history() {
        return useCases().showPatterns().history(as(ANN, Role.VIEWER), null, null, 100).stream()
                .map(ShowPatterns.Past::pattern)
                .toList();
    }

    /** Makes the connection of the unit of work that is open break. */
    protected abstract void breakConnection();

    /** What staff has to know, beside the stores of the desk. */
    protected abstract Alerts alerts();

    private LearningUseCases counting(List<LearningFacts.Counted> besides) {
        return counting(LearningFacts.Unit.LEAD, besides);
    }

    private LearningUseCases counting(LearningFacts.Unit unit, List<LearningFacts.Counted> besides) {
        LearningFacts facts = new FactsAndMore(learning().facts(), unit, besides);
        return new LearningUseCases(
                        on(facts, learning().events()), desk().world().units(), clock()::get, ids())
                .alerting(alerts(), desk().world().units(), clock()::get);
    }

    private LearningPorts on(LearningFacts facts, Events events) {
        LearningPorts whole = learning();
        return new LearningPorts(
                facts,
                whole.patterns(),
                whole.weights(),
                whole.rescores(),
                whole.clients(),
                events,
                whole.platform(),
                whole.settings(),
                whole.choices());
    }

    private List<Alert> alarms() {
        return desk().world().units().onPlatform(() -> alerts().open(1_000)).stream()
                .filter(alert ->
                        client().equals(alert.clientId()) && alert.source().equals(LearnPatterns.DATA_ERROR))
                .toList();
    }

    @Test // CIS 21: k > n, negative counts: the cell is rejected, alarm cis_data_error, nothing stored for that
    // detector
    void counts_that_cannot_be_are_an_alarm_until_a_run_counts_without_them() {
        withTwentyTwoBookings();
        LearningUseCases wrong =
                counting(List.of(new LearningFacts.Counted(Who.TITLE, Cell.of("Chief Executive Officer", 1, 2))));
        assertThat(learned(wrong).failed()).containsExactly(PatternType.WHO);
        assertThat(history())
                .hasSize(TYPES - 1)
                .extracting(LearnedPattern::type)
                .doesNotContain(PatternType.WHO);
        assertThat(alarms()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint()).isEqualTo("cis_data_error:" + client().text() + ":who");
            assertThat(alert.detail()).containsEntry("pattern_type", "who");
            assertThat(alert.count()).isEqualTo(1);
        });
        assertThat(learned(counting(List.of(new LearningFacts.Counted(
                                How.FIRST, new Cell("email", CampaignStrata.of("none", ""), -1, 0)))))
                        .failed())
                .containsExactly(PatternType.HOW);
        assertThat(alarms())
                .as("the cause of the first is gone")
                .extracting(Alert::fingerprint)
                .containsExactly("cis_data_error:" + client().text() + ":how");
        assertThat(learned(counting(List.of())).failed()).isEmpty();
        assertThat(alarms()).isEmpty();
        assertThat(history()).hasSize(TYPES);
    }

    @Test // CIS 19.1: each detector is a failure domain of its own, and the run is tried again
    void a_detector_that_fails_stops_none_of_the_others() {
        withTwentyTwoBookings();
        LearningUseCases broken = counting(
                LearningFacts.Unit.TOUCH,
                List.of(new LearningFacts.Counted(When.HOUR, new Cell("noon", "email|1||2026-01", 60, 1))));
        assertThatThrownBy(() -> learned(broken)).isInstanceOf(NumberFormatException.class);
        assertThat(history())
                .extracting(LearnedPattern::type)
                .contains(PatternType.WHO, PatternType.WHAT, PatternType.HOW)
                .doesNotContain(PatternType.WHEN);
        assertThat(learned(useCases()).patterns().get(PatternType.WHEN))
                .isEqualTo(new LearnPatterns.Published(1, true));
        assertThat(history()).hasSize(TYPES);
    }

    @Test // CIS 11.6: AUC below default by > 0.02 with p ≤ 0.20: retired, and the run's event says so for the owner's
    // notice
    void a_run_that_takes_weights_back_says_so_once() {
        withTwentyTwoBookings();
        learned(useCases());
        WeightDecisionsContract.inForce(learning(), desk().world().units(), client(), now());
        List<DomainEvent> told = new ArrayList<>();
        LearningUseCases judging = new LearningUseCases(
                on(
                        FactsAndMore.judgedOn(learning().facts(), WeightDecisionsContract.BETTER_BY_DEFAULT),
                        (Collection<DomainEvent> events) -> {
                            told.addAll(events);
                            learning().events().append(events);
                        }),
                desk().world().units(),
                clock()::get,
                ids());
        learned(judging);
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo(EventName.PATTERNS_LEARNED);
            assertThat(event.payload())
                    .containsEntry("weights_retired", "worse")
                    .containsEntry("patterns_created", "0");
        });
        learned(judging);
        assertThat(told).as("nothing is in force any more").hasSize(1);
    }

    @Test // CIS 13: a rate of everybody that chance does not move so far is told with the event of the pattern
    void an_event_of_a_pattern_says_whether_it_drifted() {
        withTwentyTwoBookings();
        List<DomainEvent> told = new ArrayList<>();
        LearningUseCases listening = new LearningUseCases(
                on(learning().facts(), (Collection<DomainEvent> events) -> {
                    told.addAll(events);
                    learning().events().append(events);
                }),
                desk().world().units(),
                clock()::get,
                ids());
        learned(listening);
        assertThat(drifts(told)).containsEntry("who", "false").hasSize(TYPES);
        scenario().advance(Duration.ofHours(18));
        contacted(30);
        scenario().advance(Duration.ofDays(45));
        told.clear();
        learned(listening);
        assertThat(drifts(told)).as("22 of 60 after 22 of 30").containsEntry("who", "true");
    }

    private static Map<String, String> drifts(List<DomainEvent> told) {
        return told.stream()
                .filter(event -> event.name() == EventName.PATTERN_UPDATED)
                .collect(Collectors.toMap(
                        event -> event.payload().get("pattern_type"),
                        event -> event.payload().get("drift")));
    }

    @Test // CIS 21: a client that left has no cause for an alarm any more
    void an_alarm_about_a_client_goes_with_the_client() {
        withTwentyTwoBookings();
        LearningUseCases wrong = counting(List.of(new LearningFacts.Counted(Who.TITLE, Cell.of("CEO", 1, 2))));
        learned(wrong);
        assertThat(alarms()).hasSize(1);
        learned(wrong);
        assertThat(alarms())
                .as("one alarm that counts")
                .extracting(Alert::count)
                .containsExactly(2);
        in(() -> {
            leave();
            return client();
        });
        assertThat(wrong.learnPatterns().learn(client())).isEqualTo(new LearnPatterns.Outcome.Aborted());
        assertThat(alarms()).isEmpty();
    }

    /** Dies at the event of the pattern after so many. */
    private LearningUseCases dyingAfter(int patterns) {
        return struckAfter(patterns, () -> {
            throw new IllegalStateException("killed");
        });
    }

    /** Something happens in the unit that publishes the pattern after so many. */
    private LearningUseCases struckAfter(int patterns, Runnable blow) {
        AtomicInteger left = new AtomicInteger(patterns);
        LearningPorts whole = learning();
        return new LearningUseCases(
                on(whole.facts(), (Collection<DomainEvent> events) -> {
                    if (left.getAndDecrement() == 0) {
                        blow.run();
                    }
                    whole.events().append(events);
                }),
                desk().world().units(),
                clock()::get,
                ids());
    }

    @Test // CIS 21: a run killed half-way; what it published stands, and the next run does the rest
    void a_run_that_died_half_way_is_finished_by_the_next() {
        withTwentyTwoBookings();
        LearningUseCases dying = dyingAfter(2);
        assertThatThrownBy(() -> dying.learnPatterns().learn(client())).hasMessage("killed");
        assertThat(history()).hasSize(2);
        LearnPatterns.Outcome.Learned rest = learned(useCases());
        assertThat(rest.patterns()).hasSize(TYPES);
        assertThat(rest.patterns().values())
                .filteredOn(LearnPatterns.Published::fresh)
                .hasSize(2);
        assertThat(history()).hasSize(TYPES).extracting(LearnedPattern::version).containsOnly(1);
    }

    @Test // CIS 21: database lost mid-run: rolled back, the last patterns stay, and the run is tried again
    void a_database_that_is_lost_half_way_takes_nothing_that_stood() {
        withTwentyTwoBookings();
        learned(useCases());
        scenario().advance(Duration.ofDays(7));
        LearningUseCases losing = struckAfter(1, this::breakConnection);
        assertThatThrownBy(() -> losing.learnPatterns().learn(client())).isInstanceOf(RuntimeException.class);
        assertThat(history()).as("the first pattern of the new week stands").hasSize(TYPES + 1);
        assertThat(useCases().showPatterns().patterns(as(ANN, Role.VIEWER), false))
                .as("one of each type is valid")
                .hasSize(TYPES);
        assertThat(learned(useCases()).patterns().values())
                .filteredOn(LearnPatterns.Published::fresh)
                .hasSize(TYPES - 1);
        assertThat(history()).hasSize(2 * TYPES);
    }

    @Test // CIS 21: a client that is deleted during a run is learned from no further
    void a_client_that_leaves_during_a_run_is_learned_from_no_further() {
        withTwentyTwoBookings();
        LearningUseCases leaving = struckAfter(1, this::leave);
        assertThat(leaving.learnPatterns().learn(client())).isEqualTo(new LearnPatterns.Outcome.Aborted());
        assertThat(history())
                .as("published before it left, and with its leaving")
                .hasSize(2);
        assertThat(useCases().learnPatterns().learn(client())).isEqualTo(new LearnPatterns.Outcome.Aborted());
    }

    private void leave() {
        Client now = learning().clients().find(client()).orElseThrow();
        learning()
                .clients()
                .update(new Client(
                        now.id(),
                        now.name(),
                        now.slug(),
                        now.legalName(),
                        now.contactEmail(),
                        now.contactPhone(),
                        now.websiteUrl(),
                        now.timezone(),
                        now.country(),
                        now.defaultPermissionMode(),
                        now.pause(),
                        now.mode(),
                        now.twinOf(),
                        now.createdAt(),
                        now(),
                        now.version()));
    }

    @Test // CIS 21: a booking that is told twice, by a hook and by a poll, say
    void an_outcome_that_is_told_twice_counts_once() {
        Lead lead = contacted(1).getFirst();
        Meeting meeting = booked(lead);
        for (int times = 0; times < 2; times++) {
            in(() -> {
                desk().dealPorts()
                        .outcomes()
                        .append(new MeetingOutcomes.Entry(
                                ids().next(),
                                client(),
                                lead.id(),
                                meeting.id(),
                                MeetingOutcomes.Kind.MEETING_BOOKED,
                                now().plusSeconds(60),
                                null));
                return meeting;
            });
        }
        assertThat(in(() -> desk().dealPorts().outcomes().of(client(), meeting.id())))
                .hasSize(1);
        scenario().advance(Duration.ofDays(31));
        mature();
        assertThat(totals(LearningFacts.Unit.LEAD)).isEqualTo(new LearningFacts.Totals(1, 1));
    }

    @Test // CIS 21: two runs at once publish each pattern once
    void two_runs_at_once_publish_every_pattern_once() throws InterruptedException, ExecutionException {
        withTwentyTwoBookings();
        CountDownLatch ready = new CountDownLatch(2);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LearnPatterns.Outcome.Learned>> runs =
                    List.of(both.submit(() -> together(ready)), both.submit(() -> together(ready)));
            int fresh = 0;
            for (Future<LearnPatterns.Outcome.Learned> run : runs) {
                fresh += (int) run.get().patterns().values().stream()
                        .filter(LearnPatterns.Published::fresh)
                        .count();
            }
            assertThat(fresh).isEqualTo(TYPES);
        }
        assertThat(history()).hasSize(TYPES).extracting(LearnedPattern::version).containsOnly(1);
    }

    private LearnPatterns.Outcome.Learned together(CountDownLatch ready) throws InterruptedException {
        ready.countDown();
        ready.await();
        return learned(useCases());
    }

    @Test // CIS 21: what was retracted after it was learned from leaves the next patterns, never the published one
    void a_retraction_after_learning_is_in_the_next_patterns_only() {
        List<Lead> leads = contacted(30);
        scenario().advance(Duration.ofHours(2));
        leads.subList(0, 20).forEach(this::booked);
        Meeting meeting = booked(leads.get(20));
        scenario().advance(Duration.ofDays(45));
        learned(useCases());
        calledOff(meeting);
        scenario().advance(Duration.ofDays(7));
        learned(useCases());
        assertThat(history())
                .filteredOn(pattern -> pattern.type() == PatternType.WHO)
                .extracting(LearnedPattern::conversions)
                .containsExactly(20L, 21L);
    }

    @Test // CIS 4, 20, 21: a client with three conversions is told what is missing
    void with_three_conversions_it_is_told_what_is_missing() {
        List<Lead> leads = contacted(5);
        scenario().advance(Duration.ofHours(2));
        leads.subList(0, 3).forEach(this::booked);
        scenario().advance(Duration.ofDays(45));
        CheckLearning check =
                new CheckLearningService(learning(), desk().world().units(), clock()::get);
        assertThat(check.standing(as(ANN, Role.ADMIN))).isEqualTo(new CheckLearning.Standing(20, 3, false));
        assertThat(useCases().learnPatterns().learn(client()))
                .isEqualTo(new LearnPatterns.Outcome.InsufficientData(20, 3));
    }
}
