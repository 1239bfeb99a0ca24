package io.agencyos.application.conversation.store;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** How much a client's running campaigns annoy people. Needs an open unit of work of the tenant. */
@SecondaryPort
@FunctionalInterface
public interface ComplaintCounts {

    /**
     * Spam reports and angry answers of one campaign.
     *
     * @param recent those since the instant that was asked for
     * @param sent touches that left
     */
    record Counts(int recent, long complaints, long sent) {}

    /** The counts of every active campaign that anybody complained about. */
    Map<CampaignId, Counts> of(ClientId client, Instant since);
}
