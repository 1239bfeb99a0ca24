package io.agencyos.domain.scoring;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.shared.SizeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contexts of the worked examples: the platform's with one thing changed. */
public final class Contexts {

    private Contexts() {}

    public static ScoringContext platform() {
        return ScoringContext.platform(Lead.TODAY);
    }

    public static ScoringContext weights(WeightsInForce weights) {
        return platform().with(weights);
    }

    static ScoringContext targets(ScoringTargets targets) {
        return of(targets, List.of(), List.of(), null, SeoMode.PRESENCE);
    }

    static ScoringContext industries(String... industries) {
        return targets(new ScoringTargets(List.of(industries), List.of(), List.of()));
    }

    static ScoringContext sizes(SizeRange... sizes) {
        return targets(new ScoringTargets(List.of(), List.of(sizes), List.of()));
    }

    static ScoringContext homes(HomeLocation... homes) {
        return targets(new ScoringTargets(List.of(), List.of(), List.of(homes)));
    }

    public static ScoringContext technologies(String... technologies) {
        return of(ScoringTargets.NONE, List.of(technologies), List.of(), null, SeoMode.PRESENCE);
    }

    public static ScoringContext competitors(String... domains) {
        return of(ScoringTargets.NONE, List.of(), List.of(domains), null, SeoMode.PRESENCE);
    }

    static ScoringContext subWeights(int industry, int size, int location) {
        return of(
                ScoringTargets.NONE, List.of(), List.of(), new SubWeights(industry, size, location), SeoMode.PRESENCE);
    }

    static ScoringContext seoMode(SeoMode mode) {
        return of(ScoringTargets.NONE, List.of(), List.of(), null, mode);
    }

    static ScoringContext of(
            ScoringTargets targets,
            List<String> technologies,
            List<String> competitors,
            @Nullable SubWeights subWeights,
            SeoMode mode) {
        return new ScoringContext(
                targets,
                technologies,
                competitors,
                subWeights,
                WeightsInForce.DEFAULT,
                mode,
                CostFloors.DEFAULT,
                Lead.TODAY);
    }
}
