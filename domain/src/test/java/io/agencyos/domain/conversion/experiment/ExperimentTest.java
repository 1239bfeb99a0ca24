package io.agencyos.domain.conversion.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.DeclaredVariant;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ExperimentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.VariantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The life of an experiment. Source: conversion intelligence 7.1. */
class ExperimentTest {

    private static final Instant START = Instant.parse("2026-03-01T13:00:00Z");
    private static final ExperimentId ID = new ExperimentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));

    private static Experiment of(int arms) {
        List<Experiment.Wording> wordings = new ArrayList<>();
        for (int i = 0; i < arms; i++) {
            wordings.add(new Experiment.Wording(
                    new VariantId(new UUID(7, i)), String.valueOf((char) ('A' + i)), i == 0 ? null : "text " + i));
        }
        return Experiment.begun(
                ID,
                new ClientId(new UUID(1, 1)),
                new Experiment.Place(new CampaignId(new UUID(2, 2)), 1, Variation.Element.CTA, Reward.POSITIVE_REPLY),
                wordings,
                Optional.of(.03),
                START);
    }

    private static Map<VariantId, Variant.Tally> tallies(long... pairs) {
        Map<VariantId, Variant.Tally> tallies = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tallies.put(new VariantId(new UUID(7, i / 2)), new Variant.Tally(pairs[i], pairs[i + 1], pairs[i], 0));
        }
        return tallies;
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static List<BigDecimal> allocation(Experiment experiment) {
        return experiment.variants().stream().map(Variant::allocation).toList();
    }

    @Test // CIS 7.1: arms in creation order; the worked draw 0.369774
    void all_begin_alike_and_a_lead_is_drawn_by_the_ids() {
        Experiment three = of(3);
        assertThat(allocation(three))
                .allSatisfy(share ->
                        assertThat(share).isCloseTo(new BigDecimal("0.33333"), within(new BigDecimal("0.00001"))));
        LeadId lead = new LeadId(UUID.fromString("0198c0de-0000-7000-8000-0000000000a1"));
        assertThat(three.drawnFor(lead).name()).isEqualTo("B");
        assertThat(of(2).drawnFor(lead).name()).isEqualTo("A");
    }

    @Test // CIS E-13
    void traffic_follows_the_chance_of_being_the_best() {
        Experiment looked = of(2).lookedAt(tallies(400, 12, 400, 24), day(10));
        assertThat(looked.isRunning()).isTrue();
        assertThat(looked.variants().get(0).probability()).isEqualByComparingTo("0.0227");
        assertThat(allocation(looked).get(0).doubleValue()).isCloseTo(.1181, within(5e-5));
        assertThat(looked.verdict(day(10))).isInstanceOf(Verdict.Leading.class);
        long toB = IntStream.range(0, 2_000)
                .filter(i -> looked.drawnFor(new LeadId(new UUID(9, i))).name().equals("B"))
                .count();
        assertThat(toB / 2_000.0).isCloseTo(.8819, within(.03));
    }

    @Test // CIS E-13, 16.1: a declared winner becomes a suggestion, and is the only one of which "causes" is said
    void a_winner_is_declared_once_and_suggested() {
        Experiment early = of(2).lookedAt(tallies(400, 12, 400, 27), day(13));
        assertThat(early.isRunning()).isTrue();
        assertThat(Standing.of(early, day(13)).sentence()).contains("B").doesNotContain("causes");
        assertThat(DeclaredVariant.candidate(early, day(13))).isEmpty();
        Experiment won = early.lookedAt(tallies(400, 12, 400, 27), day(14));
        assertThat(won.status()).isEqualTo(ExperimentStatus.WINNER);
        assertThat(won.endedAt()).isEqualTo(day(14));
        assertThat(Standing.of(won, day(20)).sentence())
                .isEqualTo("\u201cB\u201d causes more positive replies: 27 of 400 messages, against 12 of 400.");
        assertThat(DeclaredVariant.candidate(won, day(20))).hasValueSatisfying(candidate -> {
            assertThat(candidate.type()).isEqualTo(SuggestionType.UPDATE_CONTENT);
            assertThat(candidate.confidence()).isEqualByComparingTo("0.99");
            assertThat(candidate.isSure()).isTrue();
            assertThat(candidate.risk()).isEqualTo(Candidate.Risk.MEDIUM);
        });
        assertThat(won.lookedAt(tallies(500, 60, 500, 20), day(30))).isEqualTo(won);
    }

    @Test // CIS 7.1, retirement: it gets no more traffic
    void a_hopeless_arm_retires_and_the_others_share() {
        Experiment looked = of(3).lookedAt(tallies(300, 24, 300, 20, 200, 0), day(9));
        assertThat(looked.variants().get(2).isLive()).isFalse();
        assertThat(looked.variants().get(2).harmful()).isFalse();
        assertThat(allocation(looked).get(2)).isEqualByComparingTo("0");
        assertThat(allocation(looked).get(0).add(allocation(looked).get(1)).doubleValue())
                .isCloseTo(1, within(2e-5));
    }

    @Test // CIS 7.1, stop
    void it_ends_without_a_difference_when_eight_weeks_have_matured() {
        assertThat(of(2).lookedAt(tallies(400, 12, 400, 12), day(62)).isRunning())
                .isTrue();
        Experiment over = of(2).lookedAt(tallies(400, 12, 400, 12), day(63));
        assertThat(over.status()).isEqualTo(ExperimentStatus.NO_DIFFERENCE);
        assertThat(over.winner()).isEmpty();
        assertThat(Standing.of(over, day(70)).sentence()).startsWith("No difference was found in 63 days");
    }

    @Test // CIS 7.1, safety
    void an_arm_that_harms_stops_at_once_and_with_one_left_the_experiment_does() {
        Map<VariantId, Variant.Tally> harmed = new HashMap<>(tallies(0, 0, 0, 0, 0, 0));
        harmed.put(new VariantId(new UUID(7, 0)), new Variant.Tally(0, 0, 200, 0));
        harmed.put(new VariantId(new UUID(7, 1)), new Variant.Tally(0, 0, 200, 9));
        harmed.put(new VariantId(new UUID(7, 2)), new Variant.Tally(0, 0, 200, 0));
        Experiment looked = of(3).lookedAt(harmed, day(2));
        assertThat(looked.isRunning()).isTrue();
        assertThat(looked.variants().get(1).harmful()).isTrue();
        assertThat(allocation(looked).get(1)).isEqualByComparingTo("0");
        assertThat(of(2).lookedAt(harmed, day(2)).status()).isEqualTo(ExperimentStatus.STOPPED);
    }

    @Test // CIS 7, ab_test_insights; P7: only a declared winner is causal
    void an_ended_experiment_is_an_insight_of_the_pattern_of_messages() {
        Experiment won = of(2).lookedAt(tallies(400, 12, 400, 27), day(14));
        assertThat(Standing.insight(won, day(20)).canonical())
                .contains("\"causal\":true", "\"winner\":\"B\"", "\"sample\":800", "\"result\":\"winner\"");
        Experiment over = of(2).lookedAt(tallies(400, 12, 400, 12), day(63));
        assertThat(Standing.insight(over, day(70)).canonical()).contains("\"causal\":false", "\"winner\":null");
    }

    @Test // CIS 20: arms with mean and interval
    void every_arm_is_told_with_an_interval() {
        Standing standing = Standing.of(of(2).lookedAt(tallies(400, 12, 400, 24), day(10)), day(10));
        assertThat(standing.beliefs()).hasSize(2).allSatisfy(belief -> {
            assertThat(belief.low()).isLessThan(belief.mean());
            assertThat(belief.high()).isGreaterThan(belief.mean());
        });
        assertThat(standing.beliefs().get(1).mean()).isEqualByComparingTo("0.0567");
    }
}
