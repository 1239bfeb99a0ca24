package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** How far the completing of leads has come. Needs a tenant's unit of work, as worker. Source: content 1.1, flows 2.6. */
@SecondaryPort
public interface Enrichments {

    /** Leads that nobody looked up yet are left out. */
    Map<LeadId, Enrichment> of(ClientId client, Collection<LeadId> leads);

    /** Adds them, or takes them in the place of what stood there. */
    void saveAll(Collection<Enrichment> enrichments);

    /** Credits that looks begun since then have put aside. */
    int reserved(ClientId client, Instant since);

    /**
     * The client's leads by id, without the deleted ones.
     *
     * @param campaign null for all
     * @param after the last one seen, null for the first page
     */
    List<LeadId> page(ClientId client, @Nullable CampaignId campaign, @Nullable LeadId after, int limit);

    /** How many leads all the pages have. */
    int count(ClientId client, @Nullable CampaignId campaign);

    /** Those of them whose record somebody's purchase completed at this instant or later. */
    Set<PoolPersonId> boughtSince(Collection<PoolPersonId> people, Instant since);

    /** The records of these people were completed by a purchase. */
    void bought(Collection<PoolPersonId> people, Instant at);
}
