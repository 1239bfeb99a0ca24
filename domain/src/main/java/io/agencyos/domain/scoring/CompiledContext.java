package io.agencyos.domain.scoring;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.scoring.match.TechFit;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.shared.SizeRange;

/** A context made ready for a million leads: names numbered, ranges in arrays, weights multiplied out. */
final class CompiledContext {

    /** 30000 of these make a weighted point for each unit of a raw one (scoring ALS-9). */
    private static final long PER_POINT = 30_000;

    final ScoringContext source;
    final IndustryMatcher industries;
    final SizeRange[] sizes;
    final LocationFit locations;
    final TechFit technologies;
    final Competitors competitors;
    final FitShares.Both shares;
    final SeoMode seoMode;
    final long today;

    /** How many units of a score's rows make one point. */
    final long unitsPerPoint;

    private final long[] unitsPerRawPoint;

    CompiledContext(ScoringContext context) {
        source = context;
        industries = new IndustryMatcher(context.targets().industries());
        sizes = context.targets().sizes().toArray(SizeRange[]::new);
        locations = new LocationFit(context.targets().homeLocations());
        technologies = new TechFit(context.icpTechnologies());
        competitors = new Competitors(context.competitorDomains());
        shares = FitShares.of(context.subWeights());
        seoMode = context.seoMode();
        today = context.asOf().toEpochDay();
        unitsPerPoint = PER_POINT * shares.perPoint();
        unitsPerRawPoint = new long[Component.values().length];
        for (Component component : Component.values()) {
            unitsPerRawPoint[component.ordinal()] = component == Component.BOOST
                    ? unitsPerPoint
                    : context.weights().weights().of(component) * (300L / component.maximum()) * shares.perPoint();
        }
    }

    /** The weighted units of one raw point of this component. */
    long unitsPerRawPoint(Component component) {
        return unitsPerRawPoint[component.ordinal()];
    }

    FitShares sharesOf(boolean seoUsable) {
        return seoUsable ? shares.withSeo() : shares.withoutSeo();
    }

    /** The most that a row can earn, in weighted units. */
    long maximum(Signal signal, boolean seoUsable) {
        Component component = signal.component();
        if (component == null) {
            return 0;
        }
        FitShares share = sharesOf(seoUsable);
        long perShare = unitsPerRawPoint(Component.COMPANY_FIT) / shares.perPoint();
        return switch (signal) {
            case INDUSTRY -> share.industry() * perShare;
            case EMPLOYEES -> share.size() * perShare;
            case LOCATION -> share.location() * perShare;
            default -> signal.maximum() * unitsPerRawPoint(component);
        };
    }
}
