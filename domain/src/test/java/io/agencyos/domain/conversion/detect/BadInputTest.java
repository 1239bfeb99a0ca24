package io.agencyos.domain.conversion.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a detector makes of counts as they come. */
class BadInputTest {

    private static Node.Members who(long units, long conversions, Dimension... dimensions) {
        return Who.detect(
                        new Sample(units, conversions, 365, List.of(dimensions)),
                        Optional.empty(),
                        Priors.NONE,
                        Objections.NONE)
                .orElseThrow()
                .members();
    }

    private static String text(Node.Members members, String name) {
        return members.get(name).orElseThrow().canonical();
    }

    @Test // CIS 5, 21: values beyond the 50 largest, and those below ten, are one
    void a_category_of_ten_thousand_values_is_fifty_and_the_rest() {
        List<Cell> cells = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> cells.add(Cell.of("large " + i, 100 + i, 5)));
        IntStream.range(0, 10_000).forEach(i -> cells.add(Cell.of("rare " + i, 1, 0)));
        long units = cells.stream().mapToLong(Cell::n).sum();
        Node.Members who = who(units, 300, Dimension.complete(Who.INDUSTRY, cells, Bars.LEADS));
        // the ten smallest of the sixty and the ten thousand rare ones
        assertThat(text(who, "other_sample"))
                .isEqualTo(String.valueOf(
                        10_000 + IntStream.range(0, 10).map(i -> 100 + i).sum()));
        assertThat(text(who, "industry_rankings")).doesNotContain("rare", "other");
    }

    @Test // CIS P2, 23.1: duplicate, reordered, replayed events: identical JSON
    void the_order_in_which_counts_come_changes_no_byte() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            cells.add(new Cell("Title " + i % 8, "2026-0" + (1 + i % 5), 37 + 13L * i, 2 + i % 7));
        }
        String once = document(cells);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(cells, new Random(seed));
            assertThat(document(cells)).isEqualTo(once);
        }
    }

    private static String document(List<Cell> cells) {
        Sample sample =
                new Sample(11_620, 195, 90, List.of(Dimension.complete(Who.TITLE, List.copyOf(cells), Bars.LEADS)));
        return Who.detect(
                        sample,
                        Optional.of(sample),
                        Priors.BENCHMARK,
                        Node.members().done())
                .orElseThrow()
                .members()
                .canonical();
    }

    @Test // CIS 3.2, 21: a missing value leaves its dimension, which says how much is known
    void missing_features_leave_their_dimension_and_its_coverage_says_so() {
        Dimension titles = new Dimension(
                Who.TITLE, List.of(Cell.of("CEO", 40, 6), Cell.of("Manager", 60, 4)), 100, 400, Bars.LEADS);
        Node.Members who = who(400, 20, titles);
        assertThat(text(who, "coverage")).isEqualTo("{\"title\":0.2500}");
        assertThat(text(who, "industry_rankings")).isEqualTo("[]");
        assertThat(text(who, "timing_signals")).contains("\"hiring_lift\":1.0");
    }

    @Test // CIS 21: K = 0 or K = N in a dimension ranks nothing
    void a_dimension_without_variation_ranks_nothing() {
        Dimension none =
                Dimension.complete(Who.STATE, List.of(Cell.of("NSW", 100, 0), Cell.of("VIC", 100, 0)), Bars.LEADS);
        Node.Members who = who(200, 10, none);
        assertThat(text(who, "state_rankings")).doesNotContain("confirmed", "emerging");
        assertThat(text(who, "notes")).isEqualTo("{\"state\":\"no variation\"}");
    }

    @Test // CIS 21: k > n and negative counts are a data error, and nothing is made of them
    void impossible_counts_are_refused() {
        for (Cell bad : List.of(Cell.of("NSW", 5, 6), Cell.of("NSW", -1, 0))) {
            Result<Detected, BadCell> detected = Who.detect(
                    new Sample(
                            200,
                            20,
                            365,
                            List.of(Dimension.complete(Who.STATE, List.of(bad, Cell.of("VIC", 195, 14)), Bars.LEADS))),
                    Optional.empty(),
                    Priors.NONE,
                    Objections.NONE);
            assertThat(detected).isInstanceOf(Result.Err.class);
        }
    }

    @Test // CIS 14.2, 23.3: what was steered beside what explored
    void steered_traffic_is_told_beside_what_explored() {
        Node.Members when = When.detect(
                        new Sample(1_000, 60, 365, List.of()),
                        Optional.empty(),
                        Priors.NONE,
                        new Timing(
                                List.of(),
                                Map.of(),
                                List.of(new Steered("learned", 900, 56), new Steered("explored", 100, 4))))
                .orElseThrow()
                .members();
        assertThat(text(when, "steering"))
                .startsWith("{\"explored\":{")
                .contains("\"converted\":4", "\"rate\":0.0400", "\"rate\":0.0622", "\"sample\":900");
    }

    @Test // CIS 6.2: objections of segments with ten replies, shares of leads that replied
    void objections_are_told_per_segment_with_ten_replies() {
        List<Objections.Said> said = List.of(
                new Objections.Said("saas", "16-30", null, 12, 10),
                new Objections.Said("saas", "16-30", "budget", 4, 4),
                new Objections.Said("retail", "501+", null, 3, 3),
                new Objections.Said("retail", "501+", "timing", 2, 2));
        Node.Members patterns = Objections.of(said);
        assertThat(text(patterns, "by_industry"))
                .isEqualTo("{\"saas\":[{\"count\":4,\"objection\":\"budget\",\"share\":0.4000,\"unique_leads\":4}]}");
        assertThat(text(patterns, "by_company_size")).startsWith("{\"small\":");
        assertThat(text(patterns, "overall_distribution"))
                .contains("\"objection\":\"timing\",\"share\":0.1538")
                .contains("\"objection\":\"budget\",\"share\":0.3077");
    }
}
