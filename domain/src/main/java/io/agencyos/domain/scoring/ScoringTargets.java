package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.shared.SizeRange;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;

/** Whom a campaign or a client wants, as far as the score asks; an empty list says nothing. Source: scoring 1.1. */
@ValueObject
public record ScoringTargets(List<String> industries, List<SizeRange> sizes, List<HomeLocation> homeLocations) {

    public static final ScoringTargets NONE = new ScoringTargets(List.of(), List.of(), List.of());

    public ScoringTargets {
        industries = List.copyOf(industries);
        sizes = List.copyOf(sizes);
        homeLocations = List.copyOf(homeLocations);
    }

    /** These targets, with those of {@code fallback} for each dimension that says nothing. */
    public ScoringTargets orElse(ScoringTargets fallback) {
        return new ScoringTargets(
                IndustryMatcher.filtering(industries).isEmpty() ? fallback.industries : industries,
                sizes.isEmpty() ? fallback.sizes : sizes,
                homeLocations.isEmpty() ? fallback.homeLocations : homeLocations);
    }
}
