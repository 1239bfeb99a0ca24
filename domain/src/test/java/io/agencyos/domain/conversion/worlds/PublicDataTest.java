package io.agencyos.domain.conversion.worlds;

import static io.agencyos.domain.conversion.SegmentStatus.CONFIRMED_NEGATIVE;
import static io.agencyos.domain.conversion.SegmentStatus.CONFIRMED_POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.SegmentStatus;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimates;
import io.agencyos.domain.conversion.kernel.Family;
import io.agencyos.domain.conversion.kernel.Finding;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The reference numbers of public data. Source: conversion intelligence 23.2; licences beside the files. */
class PublicDataTest {

    private static final Offset<Double> FOUR = within(5e-5);
    private static final Offset<Double> TWO = within(5e-3);

    /** A call; {@code run} counts the months in file order, as the file names no year. */
    private record Call(String contact, String month, String day, int touch, int run, boolean converted) {}

    private static final List<Call> CALLS = calls();

    private static List<Call> calls() {
        try (InputStream file = PublicDataTest.class.getResourceAsStream("/bank-marketing/contacts.csv.gz");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Objects.requireNonNull(file)), StandardCharsets.UTF_8))) {
            List<Call> calls = new ArrayList<>();
            lines.readLine();
            String month = "";
            int run = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                run += cells[4].equals(month) ? 0 : 1;
                month = cells[4];
                calls.add(
                        new Call(cells[3], month, cells[5], Integer.parseInt(cells[7]), run, cells[11].equals("yes")));
            }
            return calls;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_calls_are_those_of_the_reference() {
        Estimates all = contacts(_ -> "");
        assertThat(all.units()).isEqualTo(41_188);
        assertThat(all.conversions()).isEqualTo(4_640);
        assertThat(all.shrinkage().p0()).isCloseTo(0.112654, within(5e-7));
        assertThat(CALLS.getLast().run()).isEqualTo(26);
    }

    // CIS 23.2: contact, unstratified
    @Test
    void mobile_calls_convert_better() {
        Map<String, Finding> contact = judged(contacts(_ -> ""));
        matches(contact, "cellular", .1473, .1431, .1517, 1.31, 2.81);
        assertThat(of(contact, "cellular").estimate().k()).isEqualTo(3_853);
        Finding telephone = of(contact, "telephone");
        assertThat(telephone.estimate().rate()).isCloseTo(.0525, FOUR);
        assertThat(telephone.estimate().interval().low()).isCloseTo(.0488, FOUR);
        assertThat(telephone.estimate().interval().high()).isCloseTo(.0560, FOUR);
        assertThat(telephone.estimate().lift()).isCloseTo(.47, TWO);
    }

    // CIS 23.2: the calendar explains much
    @Test
    void within_months_they_do_so_by_less() {
        Map<String, Finding> contact = judged(contacts(Call::month));
        lift(contact, "cellular", 1.18, CONFIRMED_POSITIVE);
        assertThat(of(contact, "cellular").estimate().ratio()).isCloseTo(2.04, TWO);
        lift(contact, "telephone", .58, CONFIRMED_NEGATIVE);
    }

    // CIS 23.2: the product's strata, year and month
    @Test
    void within_the_months_of_each_year_by_less_still() {
        Map<String, Finding> contact = judged(contacts(call -> "" + call.run()));
        lift(contact, "cellular", 1.05, CONFIRMED_POSITIVE);
        assertThat(of(contact, "cellular").estimate().ratio()).isCloseTo(1.28, TWO);
        assertThat(of(contact, "cellular").estimate().share()).isCloseTo(.635, within(5e-4));
        lift(contact, "telephone", .82, CONFIRMED_NEGATIVE);
    }

    // CIS 23.2: day, strata month × contact
    @Test
    void mondays_convert_worse() {
        Estimates days = days(call -> call.month() + '|' + call.contact());
        assertThat(days.shrinkage().m()).isCloseTo(888.38, TWO);
        Map<String, Finding> day = judged(days);
        lift(day, "mon", .86, CONFIRMED_NEGATIVE);
        assertThat(of(day, "mon").estimate().rate()).isCloseTo(.0969, FOUR);
        assertThat(of(day, "mon").estimate().interval().low()).isCloseTo(.0893, FOUR);
        assertThat(of(day, "mon").estimate().interval().high()).isCloseTo(.1015, FOUR);
        Map.of("wed", 1.08, "thu", 1.05, "tue", 1.03, "fri", .99).forEach((name, lift) -> {
            assertThat(of(day, name).estimate().lift()).isCloseTo(lift, TWO);
            assertThat(of(day, name).isConfirmed()).isFalse();
        });
        Map<String, Finding> raw = judged(days(_ -> ""));
        assertThat(of(raw, "thu").estimate().lift()).isCloseTo(1.07, TWO);
        assertThat(of(raw, "mon").estimate().lift()).isCloseTo(.90, TWO);
    }

    // CIS 23.2: day by run × contact
    @Test
    void within_the_months_of_each_year_wednesdays_stand_out_too() {
        Estimates days = days(call -> call.run() + "|" + call.contact());
        assertThat(days.shrinkage().m()).isCloseTo(778.87, TWO);
        lift(judged(days), "mon", .86, CONFIRMED_NEGATIVE);
        lift(judged(days), "wed", 1.10, CONFIRMED_POSITIVE);
    }

    // CIS E-15: hazards, not shares
    @Test
    void later_calls_convert_less_each() {
        long[] atRisk = {41_188, 23_546, 12_976, 7_635};
        long[] converted = {2_300, 1_211, 574, 249};
        for (int touch = 1; touch <= atRisk.length; touch++) {
            int number = touch;
            assertThat(CALLS.stream().filter(call -> call.touch() >= number).count())
                    .isEqualTo(atRisk[touch - 1]);
            assertThat(CALLS.stream()
                            .filter(call -> call.touch() == number && call.converted())
                            .count())
                    .isEqualTo(converted[touch - 1]);
        }
    }

    // CIS 23.2: Hillstrom's randomised e-mails, from their counts
    @Test
    void a_randomised_test_with_three_arms() {
        Map<String, Finding> arms = judged(SegmentKernel.estimate(SegmentTable.of(List.of(
                        Cell.of("mens", 21_307, 3_894),
                        Cell.of("womens", 21_387, 3_238),
                        Cell.of("none", 21_306, 2_262)))
                .orElseThrow()));
        matches(arms, "mens", .1826, .1776, .1880, 1.24, 1.42);
        assertThat(of(arms, "mens").status()).isEqualTo(CONFIRMED_POSITIVE);
        lift(arms, "none", .72, CONFIRMED_NEGATIVE);
        assertThat(of(arms, "womens").estimate().lift()).isCloseTo(1.03, TWO);
        assertThat(of(arms, "womens").estimate().ratio()).isCloseTo(1.05, TWO);
        assertThat(of(arms, "womens").q()).isCloseTo(.019320, within(5e-7));
        assertThat(of(arms, "womens").isConfirmed()).isFalse();
    }

    // CIS 23.2: X Education's sources that are given with their counts, beside all others of its 9,204 leads
    @Test
    void sources_of_a_course_that_convert_nearly_everybody() {
        Estimates estimates = SegmentKernel.estimate(SegmentTable.of(List.of(
                        Cell.of("reference", 534, 490),
                        Cell.of("welingak website", 142, 140),
                        Cell.of("others", 4_264, 1_451),
                        Cell.of("the other others", 4_264, 1_451)))
                .orElseThrow());
        assertThat(estimates.segments())
                .as("the floor of m")
                .allSatisfy(each -> assertThat(each.shrinkage().m()).isEqualTo(20));
        Map<String, Finding> sources = judged(estimates);
        Finding reference = of(sources, "reference");
        assertThat(reference.estimate().rate()).isCloseTo(.8983, FOUR);
        assertThat(reference.estimate().interval().low()).isCloseTo(.8900, FOUR);
        assertThat(reference.estimate().interval().high()).isCloseTo(.9371, FOUR);
        lift(sources, "reference", 2.34, CONFIRMED_POSITIVE);
        Finding welingak = of(sources, "welingak website");
        assertThat(welingak.estimate().rate()).isCloseTo(.9116, FOUR);
        assertThat(welingak.estimate().interval().low())
                .as("widened to the rate")
                .isCloseTo(.9116, FOUR);
        assertThat(welingak.estimate().interval().high()).isCloseTo(.9937, FOUR);
        lift(sources, "welingak website", 2.38, CONFIRMED_POSITIVE);
    }

    private static Estimates contacts(Function<Call, String> stratum) {
        return estimates(Call::contact, stratum);
    }

    private static Estimates days(Function<Call, String> stratum) {
        return estimates(Call::day, stratum);
    }

    private static Estimates estimates(Function<Call, String> segment, Function<Call, String> stratum) {
        Map<List<String>, long[]> counts = new HashMap<>();
        CALLS.forEach(call -> {
            long[] count = counts.computeIfAbsent(List.of(segment.apply(call), stratum.apply(call)), _ -> new long[2]);
            count[0]++;
            count[1] += call.converted() ? 1 : 0;
        });
        return SegmentKernel.estimate(SegmentTable.of(counts.entrySet().stream()
                        .map(each -> new Cell(
                                each.getKey().getFirst(),
                                each.getKey().getLast(),
                                each.getValue()[0],
                                each.getValue()[1]))
                        .toList())
                .orElseThrow());
    }

    private static Map<String, Finding> judged(Estimates estimates) {
        Map<String, Finding> byName = new TreeMap<>();
        Family.judge(estimates, Bars.TOUCHES).forEach(each -> byName.put(each.segment(), each));
        return byName;
    }

    private static Finding of(Map<String, Finding> findings, String segment) {
        return Objects.requireNonNull(findings.get(segment), segment);
    }

    private static void lift(Map<String, Finding> findings, String segment, double lift, SegmentStatus status) {
        assertThat(of(findings, segment).estimate().lift()).as(segment).isCloseTo(lift, TWO);
        assertThat(of(findings, segment).status()).as(segment).isEqualTo(status);
    }

    private static void matches(
            Map<String, Finding> findings,
            String segment,
            double rate,
            double low,
            double high,
            double lift,
            double ratio) {
        Finding finding = of(findings, segment);
        assertThat(finding.estimate().rate()).isCloseTo(rate, FOUR);
        assertThat(finding.estimate().interval().low()).isCloseTo(low, FOUR);
        assertThat(finding.estimate().interval().high()).isCloseTo(high, FOUR);
        assertThat(finding.estimate().lift()).isCloseTo(lift, TWO);
        assertThat(finding.estimate().ratio()).isCloseTo(ratio, TWO);
    }
}
