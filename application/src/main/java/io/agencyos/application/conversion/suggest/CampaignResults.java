package io.agencyos.application.conversion.suggest;

import io.agencyos.domain.conversion.evolve.CampaignResult;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What came of campaigns, by leads whose time to convert is over. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface CampaignResults {

    /** Matured conversions of the last 365 days. */
    long conversions(ClientId client, Instant now);

    /** The active campaigns with the leads of the last 365 days that matured; by name. */
    List<CampaignResult> active(ClientId client, Instant now);

    /**
     * What came until {@code until} of the leads first written to from {@code from} on, by the campaign of that first touch;
     * campaigns without any are not named. Tests and messages by hand are not counted.
     */
    Map<CampaignId, Reached> reached(ClientId client, Instant from, Instant until);
}
