package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;

/**
 * An active campaign with what came of it, by leads whose time to convert is over.
 *
 * @param replied of the contacted
 * @param recent contacted and replied in the last 28 days
 * @param before in the 28 days before them
 */
public record CampaignResult(
        CampaignId id,
        String name,
        Target target,
        long contacted,
        long replied,
        long converted,
        Reach recent,
        Reach before) {

    /** Whom it is meant for; empty is everybody. */
    public record Target(List<String> industries, List<String> titles, List<String> sizes, List<String> locations) {

        public Target {
            industries = List.copyOf(industries);
            titles = List.copyOf(titles);
            sizes = List.copyOf(sizes);
            locations = List.copyOf(locations);
        }
    }

    /** Leads contacted in a span of time and those that replied. */
    public record Reach(long contacted, long replied) {

        /** Nobody contacted is no decline. */
        boolean isAtMost(Reach other) {
            return contacted > 0
                    && other.contacted > 0
                    && Math.multiplyExact(replied, other.contacted) <= Math.multiplyExact(other.replied, contacted);
        }
    }
}
