package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;

/** One immutable version of a campaign's sequence, steps 1..n in order. Source: outreach 2.7. */
public record Sequence(
        ClientId clientId, CampaignId campaignId, int version, List<SequenceStep> steps, Instant createdAt) {

    public Sequence {
        steps = List.copyOf(steps);
    }

    /** The step of this number, 1-based. */
    public SequenceStep step(int stepNo) {
        return steps.get(stepNo - 1);
    }
}
