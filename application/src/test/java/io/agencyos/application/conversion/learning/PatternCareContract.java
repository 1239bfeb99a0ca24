package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.PatternSchema;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.platform.Alerts;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.report.Change;
import io.agencyos.domain.conversion.report.PatternHealth;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.weight.WeightsSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of patterns once they stand: told, compared, watched, made anew. Source: conversion intelligence 13, 19, 20. */
public abstract class PatternCareContract extends LearningDesk {

    protected abstract Alerts alerts();

    private LearnedPattern published(String status, long conversions) {
        return published(PatternSchema.CURRENT, status, conversions);
    }

    private LearnedPattern published(PatternSchema schema, String status, long conversions) {
        Node.Members finding = Node.members()
                .with("dimension", "title")
                .with("key", "CEO")
                .with("status", status)
                .with("automatic", false)
                .with("sentence", "CEO")
                .done();
        return in(() -> learning()
                .patterns()
                .publish(new LearnedPattern(
                        ids().next(),
                        client(),
                        PatternType.WHO,
                        1,
                        schema,
                        Node.members()
                                .with("findings", Node.items(List.of(finding)))
                                .done(),
                        1_000,
                        conversions,
                        new BigDecimal("0.7500"),
                        "meeting_booked",
                        now().minus(Duration.ofDays(120)),
                        now().minus(Duration.ofDays(30)),
                        now(),
                        "settings",
                        now(),
                        PatternStatus.ACTIVE,
                        null)));
    }

    private ReportPatterns.Report report() {
        return useCases().reportPatterns().report(as(ANN, Role.VIEWER));
    }

    @Test // CIS 13, 20: drift against the previous version; superseded_at, changes[]
    void a_version_that_contradicts_the_one_before_is_told_as_drift() {
        published("confirmed_positive", 60);
        scenario().advance(Duration.ofDays(7));
        published("confirmed_negative", 100);
        List<ShowPatterns.Past> history =
                useCases().showPatterns().history(as(ANN, Role.VIEWER), PatternType.WHO, null, 1);
        assertThat(history).singleElement().satisfies(newest -> {
            assertThat(newest.supersededAt()).isNull();
            assertThat(newest.changes())
                    .extracting(Change::kind)
                    .containsExactly(Change.Kind.BASELINE, Change.Kind.TURNED);
        });
        ShowPatterns.Past first = useCases()
                .showPatterns()
                .history(as(ANN, Role.VIEWER), null, null, 10)
                .getLast();
        assertThat(first.supersededAt()).isEqualTo(now());
        assertThat(first.changes()).isEmpty();
        assertThat(report().changes()).hasSize(2);
        assertThat(report().warnings())
                .containsExactly(new PatternHealth.Warning(
                        PatternType.WHO, PatternHealth.Code.DRIFT, PatternHealth.Severity.MEDIUM));
    }

    @Test // CIS 13: a reader that needs a higher schema_version treats the pattern as absent
    void a_pattern_of_an_older_schema_is_as_good_as_absent() {
        int before = validOfAll();
        published(new PatternSchema(2, 9), "confirmed_positive", 60);
        assertThat(validOfAll()).isEqualTo(before);
        assertThat(useCases().showPatterns().patterns(as(ANN, Role.VIEWER), true))
                .isEmpty();
        assertThat(useCases().showPatterns().pattern(as(ANN, Role.VIEWER), PatternType.WHO))
                .isEmpty();
        assertThat(report().findings()).isEmpty();
        scenario().advance(Duration.ofDays(7));
        published("confirmed_negative", 100);
        assertThat(report().changes())
                .as("not compared with what cannot be read")
                .isEmpty();
        assertThat(report().findings()).hasSize(1);
        assertThat(useCases().showPatterns().history(as(ANN, Role.VIEWER), PatternType.WHO, null, 9))
                .as("history keeps both")
                .extracting(past -> past.pattern().schema().text())
                .containsExactly("3.0", "2.9");
    }

    @Test // CIS 13: readers tolerate unknown members, so a higher version is read
    void a_pattern_of_a_newer_schema_is_read() {
        int before = validOfAll();
        published(new PatternSchema(3, 10), "confirmed_positive", 60);
        assertThat(useCases().showPatterns().pattern(as(ANN, Role.VIEWER), PatternType.WHO))
                .get()
                .extracting(LearnedPattern::schema)
                .isEqualTo(new PatternSchema(3, 10));
        assertThat(report().findings()).hasSize(1);
        assertThat(validOfAll()).isEqualTo(before + 1);
    }

    /** How many patterns of all clients are valid. */
    private int validOfAll() {
        return desk().world().units().onPlatform(() -> learning().patterns().across(1, now())).stream()
                .mapToInt(Patterns.Across::valid)
                .sum();
    }

    @Test // CIS 20, 23.3: weights in force against the default ones, calibration by tier
    void the_report_tells_what_came_of_each_tier_and_how_well_the_weights_sort() {
        List<Lead> leads = contacted(10);
        scenario().advance(Duration.ofHours(2));
        leads.subList(0, 4).forEach(this::booked);
        scenario().advance(Duration.ofDays(45));
        mature();
        ReportPatterns.Report report = report();
        assertThat(report.tiers().lines()).singleElement().satisfies(line -> {
            assertThat(line.units()).isEqualTo(10);
            assertThat(line.conversions()).isEqualTo(4);
        });
        assertThat(in(() -> learning().facts().tiers(client(), ever())).values())
                .containsExactly(new TierRates.Count(10, 4));
        assertThat(report.weights().inForce().source()).isEqualTo(WeightsSource.DEFAULT);
        assertThat(report.weights().conversions()).isEqualTo(4);
        assertThat(report.narrative()).isEmpty();
    }

    @Test // CIS 19.2: high ones alert staff, as one alert until the cause is gone
    void staff_is_alerted_of_a_pattern_that_ran_out_until_there_is_a_new_one() {
        published("confirmed_positive", 60);
        assertThat(healthAlerts()).isEmpty();
        scenario().advance(Duration.ofDays(15));
        assertThat(healthAlerts()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint()).isEqualTo("pattern_health:" + client().text() + ":who:expired");
            assertThat(alert.count()).isEqualTo(1);
        });
        scenario().advance(Duration.ofDays(1));
        assertThat(healthAlerts()).extracting(Alert::count).containsExactly(2);
        published("confirmed_positive", 60);
        assertThat(healthAlerts()).isEmpty();
    }

    private List<Alert> healthAlerts() {
        new CheckPatternHealth(learning(), alerts(), desk().world().units(), clock()::get).check();
        return desk().world().units().onPlatform(() -> alerts().open(1_000)).stream()
                .filter(alert ->
                        client().equals(alert.clientId()) && alert.source().equals(CheckPatternHealth.FLOW))
                .toList();
    }

    @Test // CIS 19: who could be learned from and has nothing valid does not wait for Sunday; flows 2.12: 50 touches
    void whoever_has_nothing_valid_is_learned_from_the_next_night() {
        List<Lead> leads = contacted(30);
        leads.subList(0, 22).forEach(this::booked);
        scenario().advance(Duration.ofHours(18));
        contacted(25);
        assertThat(backfilled()).isZero();
        scenario().advance(Duration.ofDays(45));
        mature();
        assertThat(backfilled()).isEqualTo(4);
        assertThat(desk().events().apply(client())).contains(EventName.PATTERN_UPDATED, EventName.PATTERNS_LEARNED);
        assertThat(new CheckLearningService(learning(), desk().world().units(), clock()::get)
                        .standing(as(ANN, Role.ADMIN))
                        .patience())
                .as("asked for again in an hour")
                .isEqualTo(Duration.ofHours(1));
        assertThat(backfilled()).isZero();
        assertThat(report().narrative())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("Who: 22 of 55 leads booked a meeting");
    }

    private int backfilled() {
        return new BackfillPatterns(
                        learning(), useCases().learnPatterns(), desk().world().units(), clock()::get)
                .backfill(client(), null);
    }
}
