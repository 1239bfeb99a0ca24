package io.agencyos.application.allocation;

import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Once a day, from 06:30 Sydney time, gives every active campaign that runs out of leads to begin with two days' starts
 * from the pool, all clients together in fair turns. There is no limit over all campaigns. A second call on the same day
 * gives nobody more. A client whose pipeline stays below what it set is told. Source: scoring POOL-12, flows 2.4.
 */
@PrimaryPort
public interface TopUpCampaigns {

    /** @return what came of each campaign that was topped up; empty before the hour */
    List<AssignTogether.Served> topUp();
}
