package io.agencyos.domain.lead.enrichment;

import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.shared.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * For how many leads, and for which, a source is asked what is not worth asking of everybody: companies by their name, the
 * jobs they advertise, what is written about them. Each question costs. Source: content 1.2, the limit of its last tier;
 * flows 2.6.
 */
public final class FinerLooks {

    private static final Percentage PART = new Percentage(15);

    /** From here on a company that hires makes a lead hot, or decides what is done for one that is. */
    private static final int DECIDES_FROM = Tier.HOT.lowestScore() - Signal.HIRING.maximum();

    private FinerLooks() {}

    /** The most attempts for so many leads, found or not: 1 of up to 13, 2 of 14, 15 of 100. */
    public static int most(int leads) {
        return leads == 0 ? 0 : Math.max(1, Math.toIntExact(PART.floorOf(leads)));
    }

    /** Whether what goes on at the employer can change what is done for a lead of this score. */
    public static boolean decides(@Nullable ScoreSummary score) {
        return score != null && !score.byGate() && score.score() >= DECIDES_FROM;
    }
}
