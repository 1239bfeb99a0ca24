package io.agencyos.application.conversion.suggest;

import io.agencyos.domain.conversion.evolve.CampaignResult;
import io.agencyos.domain.conversion.evolve.PlannedMix;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What came of campaigns, by leads whose time to convert is over: those first written to before {@code matured} and in the
 * 365 days before that. Needs an open unit of work of the tenant, as worker.
 */
@SecondaryPort
public interface CampaignResults {

    /** How many of them booked. */
    long conversions(ClientId client, Instant matured);

    /** The active campaigns with their leads, by name; recent are the leads of the last 28 days before {@code matured}. */
    List<CampaignResult> active(ClientId client, Instant matured);

    /** What was planned for them; leads for whom nothing was planned are left out. In any order. */
    List<PlannedMix> mixes(ClientId client, Instant matured);

    /**
     * What came until {@code until} of the leads first written to from {@code from} on, by the campaign of that first touch;
     * campaigns without any are not named. Tests and messages by hand are not counted.
     */
    Map<CampaignId, Reached> reached(ClientId client, Instant from, Instant until);
}
