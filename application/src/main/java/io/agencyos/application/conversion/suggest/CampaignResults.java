package io.agencyos.application.conversion.suggest;

import io.agencyos.domain.conversion.evolve.CampaignResult;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What came of campaigns, by leads whose time to convert is over. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface CampaignResults {

    /** Matured conversions of the last 365 days. */
    long conversions(ClientId client, Instant now);

    /** The active campaigns with the leads of the last 365 days that matured; by name. */
    List<CampaignResult> active(ClientId client, Instant now);
}
