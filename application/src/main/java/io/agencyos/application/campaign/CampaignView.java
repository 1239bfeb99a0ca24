package io.agencyos.application.campaign;

import io.agencyos.application.campaign.store.CampaignTotals;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.sequence.Sequence;
import java.util.EnumMap;
import java.util.Map;

/**
 * A campaign as people look at it.
 *
 * @param sequence the newest version
 * @param enrolments how many are in each state; every state is there
 * @param totals what came of it so far
 */
public record CampaignView(
        Campaign campaign, Sequence sequence, Map<EnrolmentState, Integer> enrolments, CampaignTotals.Totals totals) {

    public CampaignView {
        Map<EnrolmentState, Integer> all = new EnumMap<>(EnrolmentState.class);
        for (EnrolmentState state : EnrolmentState.values()) {
            all.put(state, enrolments.getOrDefault(state, 0));
        }
        enrolments = Map.copyOf(all);
    }

    /** Enrolments that are not over. */
    public int activeSequences() {
        return enrolments.entrySet().stream()
                .filter(entry -> !entry.getKey().isTerminal())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Enrolments in any state. */
    public int enrolled() {
        return enrolments.values().stream().mapToInt(Integer::intValue).sum();
    }
}
