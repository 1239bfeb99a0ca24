package io.agencyos.domain.conversion.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.report.PatternHealth.Code;
import io.agencyos.domain.conversion.report.PatternHealth.Patient;
import io.agencyos.domain.conversion.report.PatternHealth.Severity;
import io.agencyos.domain.conversion.report.PatternHealth.Standing;
import io.agencyos.domain.conversion.report.PatternHealth.Warning;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Weights;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Source: conversion intelligence 19.2. */
class PatternHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-29T20:00:00Z");
    private static final TierRates NOBODY = TierRates.of(Map.of());
    private static final Standing GOOD = standing(Duration.ofDays(4), 30, "0.5000", false);

    private static Standing standing(Duration left, long sample, String confidence, boolean drifted) {
        return new Standing(PatternType.WHO, NOW.plus(left), sample, new BigDecimal(confidence), drifted);
    }

    private static List<Warning> warnings(Standing pattern) {
        return PatternHealth.warnings(new Patient(List.of(pattern), 20, Optional.empty(), NOBODY), NOW);
    }

    private static List<Warning> warnings(Weights learned) {
        return PatternHealth.warnings(new Patient(List.of(GOOD), 20, Optional.of(learned), NOBODY), NOW);
    }

    private static List<Code> codes(Duration left, long sample, String confidence) {
        return warnings(standing(left, sample, confidence, false)).stream()
                .map(Warning::code)
                .toList();
    }

    @Test // CIS 19.2
    void a_healthy_pattern_warns_of_nothing() {
        assertThat(warnings(GOOD)).isEmpty();
    }

    @Test // CIS 19.2: expired high, expiring within three days, below 30 units, below 0.5
    void each_fault_is_told() {
        assertThat(warnings(standing(Duration.ZERO, 1_000, "0.7500", false)))
                .startsWith(new Warning(PatternType.WHO, Code.EXPIRED, Severity.HIGH));
        assertThat(codes(Duration.ofDays(3), 1_000, "0.7500")).containsExactly(Code.EXPIRING_SOON);
        assertThat(codes(Duration.ofDays(4), 29, "0.4999")).containsExactly(Code.LOW_SAMPLE, Code.LOW_CONFIDENCE);
    }

    @Test // CIS 13, 19.2: drift, medium
    void a_pattern_that_contradicts_the_one_before_is_told() {
        assertThat(warnings(standing(Duration.ofDays(9), 1_000, "0.7500", true)))
                .containsExactly(new Warning(PatternType.WHO, Code.DRIFT, Severity.MEDIUM));
    }

    @Test // CIS 19.2: above 0.45 high, below 0.08 medium
    void a_learned_weight_that_is_nearly_everything_or_nearly_nothing_is_told() {
        assertThat(warnings(new Weights(800, 4_500, 1_700, 1_500, 1_500))).isEmpty();
        assertThat(warnings(new Weights(799, 4_501, 1_700, 1_500, 1_500)))
                .containsExactly(
                        new Warning(null, Code.EXTREME_WEIGHT, Severity.HIGH),
                        new Warning(null, Code.EXTREME_WEIGHT, Severity.MEDIUM));
    }

    @Test // CIS 19.2: 20 conversions or more, none valid
    void who_could_be_learned_from_and_has_nothing_valid_is_told() {
        assertThat(PatternHealth.warnings(new Patient(List.of(), 20, Optional.empty(), NOBODY), NOW))
                .containsExactly(new Warning(null, Code.MISSING_PATTERN, Severity.MEDIUM));
        assertThat(PatternHealth.warnings(new Patient(List.of(), 19, Optional.empty(), NOBODY), NOW))
                .isEmpty();
    }

    @Test // CIS 19.2: tier order inverted, p < 0.05, high
    void tiers_in_the_wrong_order_are_told() {
        TierRates inverted =
                TierRates.of(Map.of(Tier.HOT, new TierRates.Count(300, 9), Tier.WARM, new TierRates.Count(300, 27)));
        assertThat(PatternHealth.warnings(new Patient(List.of(GOOD), 36, Optional.empty(), inverted), NOW))
                .containsExactly(new Warning(null, Code.CALIBRATION, Severity.HIGH));
    }
}
