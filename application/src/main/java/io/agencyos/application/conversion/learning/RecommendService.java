package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.scoring.Tier;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class RecommendService implements Recommend {

    private static final Timing DEFAULT_TIMING = new Timing(
            List.of(1, 2, 3), List.of(9, 10, 14, 15), defaultGaps(), null, BigDecimal.ZERO, 0, Origin.DEFAULT);
    private static final Channels DEFAULT_CHANNELS =
            new Channels(List.of(), List.of(), true, null, List.of(), BigDecimal.ZERO, 0, Origin.DEFAULT);
    private static final int SEQUENCES = 3;

    private final ShowPatterns patterns;

    RecommendService(ShowPatterns patterns) {
        this.patterns = patterns;
    }

    private static Map<String, Integer> defaultGaps() {
        Map<String, Integer> gaps = new LinkedHashMap<>();
        List<Integer> days = List.of(2, 3, 4, 5, 7);
        for (int touch = 1; touch <= days.size(); touch++) {
            gaps.put("touch_%d_to_%d".formatted(touch, touch + 1), days.get(touch - 1));
        }
        return gaps;
    }

    @Override
    public Timing timing(TenantScope scope) {
        return valid(scope, PatternType.WHEN)
                .map(pattern -> {
                    Node.Members use = PatternNodes.members(pattern.document(), "for_use");
                    Map<String, Integer> gaps = new LinkedHashMap<>();
                    PatternNodes.members(use, "optimal_sequence_gaps")
                            .byName()
                            .forEach((name, days) ->
                                    PatternNodes.number(days).ifPresent(value -> gaps.put(name, value.intValue())));
                    return new Timing(
                            PatternNodes.numbers(use, "best_days"),
                            PatternNodes.numbers(use, "best_hours"),
                            gaps,
                            pattern.document()
                                    .get("peak_converting_touch")
                                    .flatMap(PatternNodes::number)
                                    .map(BigDecimal::intValue)
                                    .orElse(null),
                            pattern.confidence(),
                            pattern.sampleSize(),
                            Origin.LEARNED);
                })
                .orElse(DEFAULT_TIMING);
    }

    @Override
    public Channels channels(TenantScope scope, @Nullable Tier tier) {
        return valid(scope, PatternType.HOW)
                .map(pattern -> {
                    Node.Members use = PatternNodes.members(pattern.document(), "for_use");
                    return new Channels(
                            standings(use, "first_channels"),
                            tier == null
                                    ? List.of()
                                    : standings(PatternNodes.members(use, "tier_channels"), tier.wire()),
                            use.get("multi_channel").equals(Optional.of(Node.text("multi"))),
                            PatternNodes.members(pattern.document(), "multi_channel_lift")
                                    .get("multi_channel_lift")
                                    .flatMap(PatternNodes::number)
                                    .orElse(null),
                            PatternNodes.items(use, "winning_sequences")
                                    .flatMap(node -> PatternNodes.text(node).stream())
                                    .limit(SEQUENCES)
                                    .toList(),
                            pattern.confidence(),
                            pattern.sampleSize(),
                            Origin.LEARNED);
                })
                .orElse(DEFAULT_CHANNELS);
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
