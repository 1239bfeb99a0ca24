package io.agencyos.domain.conversion.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: conversion intelligence 13, 20. */
class ChangeTest {

    /** A version whose findings are given as key and status, with a star where they may steer. */
    static Version version(long units, long conversions, String... findings) {
        List<Node> told = new ArrayList<>();
        for (int i = 0; i < findings.length; i += 2) {
            boolean automatic = findings[i + 1].endsWith("*");
            told.add(Node.members()
                    .with("dimension", "title")
                    .with("key", findings[i])
                    .with("status", findings[i + 1].replace("*", ""))
                    .with("automatic", automatic)
                    .done());
        }
        return new Version(
                PatternType.WHO,
                Node.members().with("findings", Node.items(told)).done(),
                units,
                conversions);
    }

    private static List<String> told(Version before, Version now) {
        return Change.between(before, now).stream().map(Change::sentence).toList();
    }

    @Test // CIS 13: a baseline change with two-proportion p < 0.01
    void a_rate_of_everybody_that_did_not_move_by_chance_is_drift() {
        assertThat(Change.between(version(1_000, 60), version(1_000, 80))).isEmpty();
        assertThat(Change.between(version(1_000, 60), version(1_000, 100)))
                .containsExactly(new Change(
                        PatternType.WHO, Change.Kind.BASELINE, "", "", "0.0600", "0.1000", new BigDecimal("0.000978")));
        assertThat(told(version(1_000, 60), version(1_000, 100)))
                .containsExactly("Of everybody 10.00 % converted, 6.00 % before: more than chance moves it");
        assertThat(Change.between(version(0, 0), version(1_000, 100))).isEmpty();
    }

    @Test // CIS 13: a confirmed segment that flips sign; one that only fades does not drift
    void a_confirmed_finding_that_turned_round_is_drift() {
        List<Change> changes = Change.between(
                version(1_000, 60, "CEO", "confirmed_positive", "Manager", "confirmed_negative"),
                version(1_000, 60, "CEO", "confirmed_negative", "Manager", "neutral"));
        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.TURNED, Change.Kind.LOST);
        assertThat(changes).extracting(each -> each.kind().isDrift()).containsExactly(true, false);
        assertThat(changes)
                .extracting(Change::sentence)
                .containsExactly(
                        "title CEO turned round: more conversions before, fewer conversions now",
                        "title Manager is no longer confirmed");
    }

    @Test // CIS 5.6, 20: what changed since the last run
    void what_is_new_and_what_is_acted_upon_from_now_on_is_told() {
        assertThat(told(
                        version(1_000, 60, "CEO", "confirmed_positive", "Owner", "emerging_positive"),
                        version(1_000, 60, "CEO", "confirmed_positive*", "Owner", "confirmed_positive")))
                .containsExactly(
                        "title Owner is newly confirmed: more conversions",
                        "title CEO repeated after eight weeks and is acted upon: more conversions");
        Version same = version(1_000, 60, "CEO", "confirmed_positive*");
        assertThat(Change.between(same, same)).isEmpty();
    }

    @Test // CIS 20: plain words, by rules only
    void a_pattern_is_told_in_a_paragraph() {
        assertThat(Narrative.of(List.of(
                        version(
                                1_000,
                                60,
                                "CEO",
                                "confirmed_positive*",
                                "Owner",
                                "confirmed_positive",
                                "Coordinator",
                                "emerging_negative"),
                        version(400, 22))))
                .containsExactly(
                        "Who: 60 of 1000 leads booked a meeting (6.00 %). Repeated after eight weeks and acted upon:"
                                + " title CEO (more). Newly confirmed, acted upon when it repeats: title Owner (more)."
                                + " Perhaps, not yet certain: title Coordinator (fewer).",
                        "Who: 22 of 400 leads booked a meeting (5.50 %). No difference stands out from chance.");
    }

    @Test // CIS 20: a day by its name, in the paragraph and in what changed, whichever section found it
    void days_are_told_by_their_names() {
        Version when = new Version(
                PatternType.WHEN,
                Node.members()
                        .with("findings", Node.items(List.of(found("day", "1"), found("show_rate:day", "4"))))
                        .done(),
                1_000,
                60);
        assertThat(Narrative.of(List.of(when)).getFirst())
                .endsWith("Newly confirmed, acted upon when it repeats: day Tuesday (more), show rate day Friday"
                        + " (more).");
        assertThat(new Change(PatternType.WHEN, Change.Kind.CONFIRMED, "day", "0", "", "confirmed_negative", null)
                        .sentence())
                .isEqualTo("day Monday is newly confirmed: fewer conversions");
    }

    private static Node.Members found(String dimension, String key) {
        return Node.members()
                .with("dimension", dimension)
                .with("key", key)
                .with("status", "confirmed_positive")
                .with("automatic", false)
                .with("sentence", key)
                .done();
    }

    @Test // CIS 3.2, 20: coverage and caveats
    void what_is_seldom_known_is_a_caveat() {
        Version sparse = new Version(
                PatternType.WHO,
                Node.members()
                        .with(
                                "coverage",
                                Node.members()
                                        .with("industry", Node.rounded(.4999, 4))
                                        .with("title", Node.rounded(.5, 4))
                                        .with("length:sms", Node.rounded(.01, 4))
                                        .done())
                        .done(),
                1_000,
                60);
        assertThat(Narrative.caveats(List.of(sparse)))
                .startsWith("industry is known of less than half of the leads only")
                .hasSize(3);
        assertThat(Narrative.caveats(List.of())).isEmpty();
    }
}
