package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.application.conversion.learning.CheckLearning;
import io.agencyos.application.conversion.learning.ShowPatterns;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts.Span;
import io.agencyos.application.conversion.learning.store.LearningFacts.Unit;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Learning;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.conversion.PatternType;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was planted in the sandbox beside what the weekly runs learned: found, rightly left open, missed, or claimed and
 * false. It breaks no promise: one claim in ten may be false. Source: issue 5, conversion intelligence 23.
 */
final class TruthTable {

    private static final int EXAMPLES = 3;

    private final Product product;
    private final VendorSandbox sandbox;

    TruthTable(Product product, VendorSandbox sandbox) {
        this.product = product;
        this.sandbox = sandbox;
    }

    /**
     * All that there is to say of one client.
     *
     * @param available bookings that the weekly run counts, of those {@code required}
     */
    private record Told(long required, long available, List<Verdict.Case> cases, int notCompared) {}

    void print(PrintWriter out, Cast cast, String name) {
        Told told = told(cast);
        out.printf("%n%s: planted in the sandbox, and learned%n", name);
        out.printf(
                told.available() < told.required()
                        ? "  %d of %d bookings that learning needs, of leads first written to 30 days ago or longer%n"
                        : "  %d bookings of leads first written to 30 days ago or longer, %d of which learning needs%n",
                told.available(),
                told.required());
        if (told.cases().isEmpty()) {
            out.println("  all is left open: nobody who was invented here counts yet");
            return;
        }
        out.printf("  %-14s%20s%9s%9s%9s%9s%n", "", "planted lift", "found", "open", "missed", "FALSE");
        Map<String, List<Verdict.Case>> byDimension = new LinkedHashMap<>();
        told.cases()
                .forEach(each -> byDimension
                        .computeIfAbsent(each.planted().dimension(), _ -> new ArrayList<>())
                        .add(each));
        byDimension.forEach((dimension, cases) -> out.printf(
                "  %-14s%20s%9d%9d%9d%9d%n",
                dimension.replace('_', ' '),
                range(cases),
                count(cases, Verdict.FOUND),
                count(cases, Verdict.OPEN),
                count(cases, Verdict.MISSED),
                count(cases, Verdict.FALSE)));
        told.cases().stream()
                .filter(each -> each.verdict() == Verdict.FOUND || each.verdict() == Verdict.FALSE)
                .forEach(each -> claim(out, each));
        told.cases().stream()
                .filter(each -> each.verdict() == Verdict.OPEN || each.verdict() == Verdict.MISSED)
                .sorted(Verdict.Case.NEAREST_FIRST)
                .limit(EXAMPLES)
                .forEach(each -> open(out, each));
        if (told.notCompared() > 0) {
            out.printf(
                    "  %d more were confirmed of texts and channels, for which nothing was planted as such%n",
                    told.notCompared());
        }
    }

    private Told told(Cast cast) {
        TenantScope worker = TenantScope.worker(cast.client());
        CheckLearning.Standing standing = Learning.check(product).standing(worker);
        ShowPatterns patterns = Learning.of(product).showPatterns();
        Optional<LearnedPattern> who = patterns.pattern(worker, PatternType.WHO);
        Optional<LearnedPattern> when = patterns.pattern(worker, PatternType.WHEN);
        int notCompared = confirmed(patterns.pattern(worker, PatternType.WHAT))
                + confirmed(patterns.pattern(worker, PatternType.HOW));
        try (SandboxTruth truth = new SandboxTruth(sandbox.baseUrl())) {
            Map<String, Integer> odds = truth.meetingOdds(cast.workspace());
            SandboxTruth.Moments moments = truth.moments();
            return product.basis().units().inTenant(worker, () -> {
                Span leads = span(who, Unit.LEAD);
                Span touches = span(when, Unit.TOUCH);
                List<Verdict.Case> cases = new ArrayList<>(Verdict.on(
                        PlantedEffect.of(LearnedUnits.leads(cast.client(), leads, odds)),
                        claims(who),
                        rate(cast, Unit.LEAD, leads)));
                cases.addAll(Verdict.on(
                        PlantedEffect.of(LearnedUnits.touches(cast.client(), touches, moments)),
                        claims(when),
                        rate(cast, Unit.TOUCH, touches)));
                return new Told(standing.required(), bookings(cast), cases, notCompared);
            });
        }
    }

    /** Until the last Sunday, as the weekly run counts them. */
    private long bookings(Cast cast) {
        Instant sunday = Windows.cutOff(product.basis().clock().now());
        return Learning.facts()
                .totals(cast.client(), Unit.LEAD, Windows.DEFAULT.yearOfLeads(sunday))
                .conversions();
    }

    /** The window that was learned from, or would be. */
    private Span span(Optional<LearnedPattern> pattern, Unit unit) {
        return pattern.map(learned -> new Span(learned.windowStart(), learned.windowEnd()))
                .orElseGet(() -> Windows.DEFAULT
                        .window(unit, Windows.cutOff(product.basis().clock().now()), Windows.LONGEST)
                        .span());
    }

    private static double rate(Cast cast, Unit unit, Span span) {
        return Learning.facts().totals(cast.client(), unit, span).rate();
    }

    private static List<Claim> claims(Optional<LearnedPattern> pattern) {
        return pattern.map(Claim::of).orElse(List.of());
    }

    private static int confirmed(Optional<LearnedPattern> pattern) {
        return (int) claims(pattern).stream().filter(Claim::isConfirmed).count();
    }

    private static String range(List<Verdict.Case> cases) {
        DoubleSummaryStatistics lifts =
                cases.stream().mapToDouble(each -> each.planted().lift()).summaryStatistics();
        return "%s to %s".formatted(times(lifts.getMin()), times(lifts.getMax()));
    }

    private static long count(List<Verdict.Case> cases, Verdict verdict) {
        return cases.stream().filter(each -> each.verdict() == verdict).count();
    }

    private static void claim(PrintWriter out, Verdict.Case one) {
        Claim claim = one.claim().orElseThrow();
        out.printf(
                "  %-7s %s: planted %s, learned %s (%s to %s) from %,d%n",
                one.verdict() == Verdict.FOUND ? "found" : "FALSE",
                name(one.planted()),
                times(one.planted().lift()),
                times(claim.lift()),
                times(claim.low()),
                times(claim.high()),
                one.planted().units());
    }

    private static void open(PrintWriter out, Verdict.Case one) {
        out.printf(
                "  %-7s %s: planted %s, has %,d of %s%n",
                one.verdict() == Verdict.OPEN ? "open" : "missed",
                name(one.planted()),
                times(one.planted().lift()),
                one.planted().units(),
                one.needed() == Long.MAX_VALUE ? "nobody knows how many" : "%,d needed".formatted(one.needed()));
    }

    private static String name(PlantedEffect effect) {
        String dimension = effect.dimension().replace('_', ' ');
        return switch (effect.dimension()) {
            case "day" ->
                DayOfWeek.of(Integer.parseInt(effect.key()) + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "hour" -> effect.key() + " h";
            default -> dimension + " " + effect.key();
        };
    }

    private static String times(double lift) {
        return "%.2f".formatted(lift);
    }
}
