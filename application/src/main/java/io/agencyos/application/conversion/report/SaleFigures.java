package io.agencyos.application.conversion.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Counts over deals, each in one question to the store. Needs an open unit of work of the tenant. Source: api 9.9. */
@SecondaryPort
public interface SaleFigures {

    /** @param channel null for deals before which nothing was sent */
    record Revenue(@Nullable Channel channel, int deals, long cents) {}

    Comparator<Revenue> MOST_REVENUE =
            comparing(Revenue::cents).reversed().thenComparing(Revenue::channel, nullsLast(naturalOrder()));

    /** What deals won in the span brought, shared among channels as the model does; most first. */
    List<Revenue> revenue(Figures.Over over, AttributionModel model);

    /**
     * Deals that were lost in the span.
     *
     * @param stage at which they stood before
     */
    record Lost(LostReason reason, @Nullable DealStage stage, int deals, long cents) {}

    /**
     * Deals of the span.
     *
     * @param won closed in the span
     * @param lost closed in the span
     * @param medianDays from the making to the end of those, half a day counted
     * @param pipelineCents of deals that are open now
     * @param met meetings of the span to which the lead came
     * @param dealsOfMet deals that came of those
     */
    record Totals(
            int made,
            int won,
            int lost,
            long wonCents,
            @Nullable BigDecimal medianDays,
            long pipelineCents,
            int met,
            int dealsOfMet) {}

    Totals totals(Figures.Over over);

    Comparator<Lost> MOST_LOST = comparing(Lost::deals)
            .reversed()
            .thenComparing(Lost::reason)
            .thenComparing(Lost::stage, nullsLast(naturalOrder()));

    /** Most first. */
    List<Lost> lost(Figures.Over over);
}
