package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.scoring.tier.Tier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class RecommendService implements Recommend {

    private static final Timing DEFAULT_TIMING = new Timing(
            false,
            defaults(List.of(1, 2, 3)),
            defaults(List.of(9, 10, 14, 15)),
            defaultGaps(),
            null,
            BigDecimal.ZERO,
            0,
            Origin.DEFAULT);
    private static final Channels DEFAULT_CHANNELS =
            new Channels(false, List.of(), List.of(), true, null, List.of(), BigDecimal.ZERO, 0, Origin.DEFAULT);
    private static final int SEQUENCES = 3;

    private final ShowPatterns patterns;

    RecommendService(ShowPatterns patterns) {
        this.patterns = patterns;
    }

    private static List<Choice> defaults(List<Integer> values) {
        return values.stream().map(value -> new Choice(value, false)).toList();
    }

    private static Map<String, Choice> defaultGaps() {
        Map<String, Choice> gaps = new LinkedHashMap<>();
        List<Integer> days = List.of(2, 3, 4, 5, 7);
        for (int touch = 1; touch <= days.size(); touch++) {
            gaps.put("touch_%d_to_%d".formatted(touch, touch + 1), new Choice(days.get(touch - 1), false));
        }
        return gaps;
    }

    @Override
    public Timing timing(TenantScope scope) {
        return valid(scope, PatternType.WHEN).map(RecommendService::timing).orElse(DEFAULT_TIMING);
    }

    private static Timing timing(LearnedPattern pattern) {
        Node.Members use = PatternNodes.members(pattern.document(), "for_use");
        Set<String> learned = PatternNodes.members(use, "learned_gaps").byName().keySet();
        Map<String, Choice> gaps = new LinkedHashMap<>();
        PatternNodes.members(use, "optimal_sequence_gaps")
                .byName()
                .forEach((name, days) -> PatternNodes.number(days)
                        .ifPresent(value -> gaps.put(name, new Choice(value.intValue(), learned.contains(name)))));
        List<Choice> days = choices(use, "best_days", "learned_days");
        List<Choice> hours = choices(use, "best_hours", "learned_hours");
        boolean inUse = Stream.of(days, hours, gaps.values())
                        .flatMap(Collection::stream)
                        .anyMatch(Choice::automatic)
                || PatternNodes.items(use, "avoided_days").findAny().isPresent()
                || PatternNodes.items(use, "avoided_hours").findAny().isPresent();
        return new Timing(
                true,
                days,
                hours,
                gaps,
                pattern.document()
                        .get("peak_converting_touch")
                        .flatMap(PatternNodes::number)
                        .map(BigDecimal::intValue)
                        .orElse(null),
                pattern.confidence(),
                pattern.sampleSize(),
                inUse ? Origin.LEARNED : Origin.DEFAULT);
    }

    private static List<Choice> choices(Node.Members use, String all, String learned) {
        List<Integer> repeated = PatternNodes.numbers(use, learned);
        return PatternNodes.numbers(use, all).stream()
                .map(value -> new Choice(value, repeated.contains(value)))
                .toList();
    }

    @Override
    public Channels channels(TenantScope scope, @Nullable Tier tier) {
        return valid(scope, PatternType.HOW)
                .map(pattern -> channels(pattern, tier))
                .orElse(DEFAULT_CHANNELS);
    }

    private static Channels channels(LearnedPattern pattern, @Nullable Tier tier) {
        Node.Members use = PatternNodes.members(pattern.document(), "for_use");
        List<Standing> all = standings(use, "first_channels");
        List<Standing> ofTier =
                tier == null ? List.of() : standings(PatternNodes.members(use, "tier_channels"), tier.wire());
        List<String> sequences = PatternNodes.texts(use, "winning_sequences").stream()
                .limit(SEQUENCES)
                .toList();
        boolean several = use.get("multi_channel").equals(Optional.of(Node.text("multi")));
        boolean inUse = !all.isEmpty() || !ofTier.isEmpty() || !sequences.isEmpty() || !several;
        return new Channels(
                true,
                all,
                ofTier,
                several,
                PatternNodes.members(pattern.document(), "multi_channel_lift")
                        .get("multi_channel_lift")
                        .flatMap(PatternNodes::number)
                        .orElse(null),
                sequences,
                pattern.confidence(),
                pattern.sampleSize(),
                inUse ? Origin.LEARNED : Origin.DEFAULT);
    }

    private Optional<LearnedPattern> valid(TenantScope scope, PatternType type) {
        return patterns.patterns(scope, false).stream()
                .filter(pattern -> pattern.type() == type)
                .findFirst();
    }

    private static List<Standing> standings(Node.Members use, String name) {
        return PatternNodes.items(use, name)
                .filter(Node.Members.class::isInstance)
                .map(Node.Members.class::cast)
                .map(each -> new Standing(
                        each.get("channel").flatMap(PatternNodes::text).orElse(""),
                        each.get("status").flatMap(PatternNodes::text).orElse(""),
                        each.get("ci_low").flatMap(PatternNodes::number).orElse(null)))
                .toList();
    }
}
