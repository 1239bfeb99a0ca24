package io.agencyos.application.outreach.outlook;

import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What must not be and is looked for all the same. Needs an open unit of work of the tenant, as worker. Source: outreach
 * 3.4.
 */
@SecondaryPort
public interface Irregularities {

    /** A lead that is put off for one reason again and again: how often since it was contacted last, and since when. */
    record Stuck(LeadId lead, String code, int times, Instant since) {}

    /**
     * Which deferrals are too many.
     *
     * @param times more than so often
     * @param before or for the first time before this
     */
    record Patience(int times, Instant before) {}

    /** What the steps of every campaign come to that ever had a lead, each counted by itself. */
    Map<CampaignId, Conservation> sums(ClientId client);

    /** Leads in sequence that are put off now for the same reason as too often or too long before; by lead. */
    List<Stuck> stuck(ClientId client, Patience patience, int limit);
}
