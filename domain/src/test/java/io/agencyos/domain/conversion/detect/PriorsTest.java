package io.agencyos.domain.conversion.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.platform.PlatformLearning;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What published figures expect, value by value. Source: conversion intelligence 12.1. */
class PriorsTest {

    // CIS 12.1: title, size, day, and what having a personalisation is expected to do; all with half their weight
    @ParameterizedTest
    @CsvSource({
        "title, CEO, 1.45",
        "title, Owner / Founder, 1.375",
        "title, Managing Director, 1.30",
        "title, CMO, 1.25",
        "title, VP Marketing, 1.20",
        "title, Head of, 1.15",
        "title, Director, 1.10",
        "title, Marketing Director, 1.10",
        "title, Manager, .85",
        "title, Coordinator, .65",
        "title, Specialist, .60",
        "size_band, 1-5, .80",
        "size_band, 6-15, 1.275",
        "size_band, 16-30, 1.3167",
        "size_band, 31-50, 1.25",
        "size_band, 51-100, 1.00",
        "size_band, 101-250, .85",
        "size_band, 251-500, .70",
        "size_band, 501+, .50",
        "day, 0, .85",
        "day, 1, 1.15",
        "day, 2, 1.10",
        "day, 3, 1.05",
        "day, 4, .90",
        "day, 5, .50",
        "day, 6, .40",
        "personalization:company_mention, with, 1.18",
        "personalization:first_name, with, 1.12",
        "personalization:recent_news, with, 1.22",
        "personalization:mutual_connection, with, 1.35",
        "personalization:industry_specific, with, 1.20"
    })
    void a_published_lift_counts_half(String dimension, String key, double lift) {
        assertThat(Priors.BENCHMARK.of(dimension).get(key)).isCloseTo(Math.sqrt(lift), within(1e-12));
    }

    // CIS 12.1: others 1; nothing is expected of what has none
    @Test
    void nothing_is_expected_of_the_rest() {
        assertThat(Priors.BENCHMARK.of(Who.TITLE))
                .doesNotContainKeys("CFO", "President")
                .hasSize(11);
        assertThat(Priors.BENCHMARK.of(Who.INDUSTRY)).isEmpty();
        assertThat(Priors.BENCHMARK.of(When.HOUR)).isEmpty();
        assertThat(Priors.BENCHMARK.of(What.PERSONALIZATION + ":first_name")).doesNotContainKey(Judged.WITHOUT);
    }

    // CIS 12.1: what was learned across clients replaces the published figure of its segment, by its own confidence
    @Test
    void what_clients_learned_together_takes_the_place_of_what_was_published() {
        Priors learned = Priors.BENCHMARK.replacedBy(
                List.of(published(Who.TITLE, "CEO", 2, "0.9000"), published(Who.INDUSTRY, "saas", 1.5, "0.5000")));
        assertThat(learned.of(Who.TITLE).get("CEO")).isCloseTo(Math.pow(2, .9), within(1e-12));
        assertThat(learned.of(Who.TITLE).get("CMO")).isCloseTo(Math.sqrt(1.25), within(1e-12));
        assertThat(learned.of(Who.INDUSTRY).get("saas")).isCloseTo(Math.sqrt(1.5), within(1e-12));
    }

    private static PlatformLearning.Published published(
            String dimension, String segment, double lift, String confidence) {
        return new PlatformLearning.Published(null, dimension, segment, lift, 2_000, 6, new BigDecimal(confidence));
    }
}
