package io.agencyos.domain.scoring;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.shared.SizeRange;
import java.time.LocalDate;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of its leads on a day. Dimensions of the targets that are empty take the platform's. Source:
 * scoring 1.1.
 *
 * @param targets the campaign's, else the client's: {@link ScoringTargets#orElse}
 * @param subWeights null for the platform's shares of industry, size and location
 * @param asOf today in the client's zone; in Sydney for a lead that nobody owns
 * @param titleVeto whether a disqualified title makes a lead cool at best (B3)
 */
@ValueObject
public record ScoringContext(
        ScoringTargets targets,
        List<String> icpTechnologies,
        List<String> competitorDomains,
        @Nullable SubWeights subWeights,
        WeightsInForce weights,
        SeoMode seoMode,
        CostFloors costFloors,
        LocalDate asOf,
        boolean titleVeto) {

    private static final ScoringTargets PLATFORM = new ScoringTargets(
            IndustryMatcher.PLATFORM_TARGETS, List.of(SizeRange.DEFAULT), List.of(HomeLocation.AUSTRALIA));

    public ScoringContext {
        targets = targets.orElse(PLATFORM);
        icpTechnologies = List.copyOf(icpTechnologies);
        competitorDomains = List.copyOf(competitorDomains);
    }

    /** Without a veto. */
    public ScoringContext(
            ScoringTargets targets,
            List<String> icpTechnologies,
            List<String> competitorDomains,
            @Nullable SubWeights subWeights,
            WeightsInForce weights,
            SeoMode seoMode,
            CostFloors costFloors,
            LocalDate asOf) {
        this(targets, icpTechnologies, competitorDomains, subWeights, weights, seoMode, costFloors, asOf, false);
    }

    /** The context of a pool lead that nobody owns: platform targets and default weights (ALS-0). */
    public static ScoringContext platform(LocalDate asOf) {
        return new ScoringContext(
                ScoringTargets.NONE,
                List.of(),
                List.of(),
                null,
                WeightsInForce.DEFAULT,
                SeoMode.PRESENCE,
                CostFloors.DEFAULT,
                asOf);
    }

    /** The same with other weights, as a backtest or a promotion asks. */
    public ScoringContext with(WeightsInForce others) {
        return new ScoringContext(
                targets, icpTechnologies, competitorDomains, subWeights, others, seoMode, costFloors, asOf, titleVeto);
    }
}
