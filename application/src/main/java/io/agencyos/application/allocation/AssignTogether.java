package io.agencyos.application.allocation;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Serves demands of several clients that are open at the same time: the client with the lowest fill ratio takes its best
 * candidate, and the order is looked at again after every lead. Inside a client the campaign with the smallest buffer is
 * served first, and a person goes to the campaign that scores it highest. One look over the pool serves all of them; the
 * turns are planned on it and claimed client by client, in sets. Source: scoring POOL-8, POOL-10, flows 2.4.
 */
@PrimaryPort
public interface AssignTogether {

    /**
     * A demand.
     *
     * @param count 1–1,000
     * @param buffer leads of the campaign that nobody wrote to yet
     * @param requestKey the same key again answers what was done the first time
     */
    record Wish(ClientId client, CampaignId campaign, int count, int buffer, String requestKey) {}

    /** What came of a demand. */
    record Served(Wish wish, AssignPoolLeads.Outcome outcome) {}

    /** In the order of the demands. */
    List<Served> assign(List<Wish> wishes);
}
