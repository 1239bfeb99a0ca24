package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The facts of a store, with counts of one unit that stand in no row. */
class FactsAndMore implements LearningFacts {

    private final LearningFacts stored;
    private final Unit unit;
    private final List<Counted> more;

    FactsAndMore(LearningFacts stored, Unit unit, List<Counted> more) {
        this.stored = stored;
        this.unit = unit;
        this.more = more;
    }

    /** The facts of a store with other leads to judge weights on. */
    static LearningFacts judgedOn(LearningFacts stored, Holdout leads) {
        return new FactsAndMore(stored, Unit.LEAD, List.of()) {
            @Override
            public Holdout holdout(ClientId client, Span span) {
                return leads;
            }
        };
    }

    /** The same, with so many conversions since the last attempt. */
    static LearningFacts judgedOn(LearningFacts stored, Holdout leads, long fresh) {
        return new FactsAndMore(stored, Unit.LEAD, List.of()) {
            @Override
            public Holdout holdout(ClientId client, Span span) {
                return leads;
            }

            @Override
            public Totals totals(ClientId client, Unit of, Span span) {
                return new Totals(leads.units(), fresh);
            }
        };
    }

    @Override
    public List<Counted> counts(ClientId client, Unit of, Span span) {
        List<Counted> counts = stored.counts(client, of, span);
        return of == unit ? Stream.concat(counts.stream(), more.stream()).toList() : counts;
    }

    @Override
    public Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons) {
        return stored.mature(client, zone, now, horizons);
    }

    @Override
    public int retractCancelled(ClientId client, Instant now, Duration patience) {
        return stored.retractCancelled(client, now, patience);
    }

    @Override
    public Totals totals(ClientId client, Unit of, Span span) {
        return stored.totals(client, of, span);
    }

    @Override
    public List<Objections.Said> objections(ClientId client, Span span, Instant until) {
        return stored.objections(client, span, until);
    }

    @Override
    public Map<Integer, Long> daysToConvert(ClientId client, Span span) {
        return stored.daysToConvert(client, span);
    }

    @Override
    public Map<Tier, TierRates.Count> tiers(ClientId client, Span span) {
        return stored.tiers(client, span);
    }

    @Override
    public Holdout holdout(ClientId client, Span span) {
        return stored.holdout(client, span);
    }
}
