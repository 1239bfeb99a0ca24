package io.agencyos.domain.scoring.tier;

import io.agencyos.domain.scoring.tier.Treatment.ContentModel;
import io.agencyos.domain.scoring.tier.Treatment.VoiceKnowledge;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A client's option that bounds what hot leads cost: only the best tenth of the leads started in a month gets the premium
 * model. The others keep their channels and whatever else their tier gives. Source: scoring B8.
 */
public final class HotCostGuard {

    private static final int ONE_IN = 10;

    /**
     * Where a lead stands among the leads that the client started in the same month, itself among them.
     *
     * @param ahead leads with a higher score, or with the same score and started earlier
     * @param started all of them, 1 or more
     */
    @ValueObject
    public record Standing(int ahead, int started) {

        public Standing {
            if (ahead < 0 || ahead >= started) {
                throw new IllegalArgumentException(ahead + " ahead of " + started);
            }
        }

        boolean isAmongTheBest() {
            return ahead < Math.ceilDiv(started, ONE_IN);
        }
    }

    private HotCostGuard() {}

    /** How a lead of this tier is treated under the guard. */
    public static Treatment treatment(Tier tier, Standing standing) {
        Treatment row = Treatment.of(tier);
        return tier != Tier.HOT || standing.isAmongTheBest()
                ? row
                : new Treatment(
                        ContentModel.STANDARD, VoiceKnowledge.STANDARD, row.deepEnrichment(), row.planningShare());
    }
}
