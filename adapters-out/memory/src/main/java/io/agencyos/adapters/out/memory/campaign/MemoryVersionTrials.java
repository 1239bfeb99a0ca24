package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.VersionTrial;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts one run after the other. */
final class MemoryVersionTrials {

    private MemoryVersionTrials() {}

    /** @param busy runs with a touch on its way */
    static Map<CampaignId, VersionTrial> of(
            Campaigns campaigns,
            ClientId client,
            Collection<CampaignId> asked,
            List<Enrolment> runs,
            Set<EnrolmentId> busy) {
        Map<CampaignId, VersionTrial> trials = new HashMap<>();
        for (CampaignId id : asked) {
            int newest = campaigns
                    .find(client, id)
                    .map(campaign -> campaign.sequence().version())
                    .orElse(1);
            List<Enrolment> own =
                    runs.stream().filter(run -> run.campaignId().equals(id)).toList();
            if (own.stream().anyMatch(run -> run.sequenceVersion() < newest && run.startedAt() != null)) {
                List<Enrolment> tried = own.stream()
                        .filter(run -> run.sequenceVersion() == newest)
                        .filter(run -> run.startedAt() != null || busy.contains(run.id()))
                        .toList();
                trials.put(
                        id,
                        new VersionTrial(
                                tried.size(),
                                tried.stream()
                                        .map(Enrolment::startedAt)
                                        .filter(Objects::nonNull)
                                        .min(Comparator.naturalOrder())
                                        .orElse(null)));
            }
        }
        return trials;
    }
}
