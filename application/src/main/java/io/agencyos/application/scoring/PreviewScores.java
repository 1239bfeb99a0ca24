package io.agencyos.application.scoring;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What leads would score, stored or not, without writing anything. Works inside the caller's unit of work. Source:
 * scoring POOL-6 check 13, POOL-8.2.
 */
public interface PreviewScores {

    /**
     * A score that nobody stored.
     *
     * @param score 0–100
     * @param openChannels what tier and cost floors open
     */
    record Preview(int score, Tier tier, List<Channel> openChannels) {}

    /** Each lead's score with the weights and targets of its campaign; {@code suppressed} as the caller found it. */
    Map<LeadId, Preview> preview(ClientId client, Collection<Lead> leads, Map<LeadId, Suppression> suppressed);
}
