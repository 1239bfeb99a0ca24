package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.platform.PlatformLearning;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What published figures expect of a segment, per dimension, as lifts already raised to their confidence. Source:
 * conversion intelligence 12.1.
 */
public record Priors(Map<String, Map<String, Double>> lifts) {

    /** Published figures weigh half. */
    private static final double CONFIDENCE = 0.5;

    /** Nothing is expected. */
    public static final Priors NONE = new Priors(Map.of());

    /** Published averages of outbound sales, unvalidated here. */
    public static final Priors BENCHMARK = new Priors(Map.ofEntries(
            Map.entry(
                    Who.TITLE,
                    raised(Map.ofEntries(
                            Map.entry("CEO", 1.45),
                            Map.entry("Owner / Founder", 1.375),
                            Map.entry("Managing Director", 1.30),
                            Map.entry("CMO", 1.25),
                            Map.entry("VP Marketing", 1.20),
                            Map.entry("Head of", 1.15),
                            Map.entry("Director", 1.10),
                            Map.entry("Marketing Director", 1.10),
                            Map.entry("Manager", .85),
                            Map.entry("Coordinator", .65),
                            Map.entry("Specialist", .60)))),
            Map.entry(
                    Who.SIZE,
                    raised(Map.of(
                            "1-5", .80,
                            "6-15", 1.275,
                            "16-30", 1.3167,
                            "31-50", 1.25,
                            "51-100", 1.0,
                            "101-250", .85,
                            "251-500", .70,
                            "501+", .50))),
            Map.entry(
                    When.DAY, raised(Map.of("0", .85, "1", 1.15, "2", 1.10, "3", 1.05, "4", .90, "5", .50, "6", .40))),
            Map.entry(What.PERSONALIZATION + ":company_mention", with(1.18)),
            Map.entry(What.PERSONALIZATION + ":first_name", with(1.12)),
            Map.entry(What.PERSONALIZATION + ":recent_news", with(1.22)),
            Map.entry(What.PERSONALIZATION + ":mutual_connection", with(1.35)),
            Map.entry(What.PERSONALIZATION + ":industry_specific", with(1.20))));

    public Priors {
        lifts = Map.copyOf(lifts);
    }

    /** These, with what was learned across clients in the place of the published figure of its segment. */
    public Priors replacedBy(List<PlatformLearning.Published> learned) {
        Map<String, Map<String, Double>> merged = new TreeMap<>();
        lifts.forEach((dimension, segments) -> merged.put(dimension, new TreeMap<>(segments)));
        learned.forEach(each -> merged.computeIfAbsent(each.dimension(), _ -> new TreeMap<>())
                .put(each.segment(), Math.pow(each.lift(), each.confidence().doubleValue())));
        merged.replaceAll((_, segments) -> Map.copyOf(segments));
        return new Priors(merged);
    }

    Map<String, Double> of(String dimension) {
        return lifts.getOrDefault(dimension, Map.of());
    }

    private static Map<String, Double> raised(Map<String, Double> published) {
        Map<String, Double> raised = new TreeMap<>(published);
        raised.replaceAll((_, lift) -> Math.pow(lift, CONFIDENCE));
        return Map.copyOf(raised);
    }

    private static Map<String, Double> with(double lift) {
        return raised(Map.of(Judged.WITH, lift));
    }
}
