package io.agencyos.application.allocation.sourcing;

import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What a client needs of new people, and how they are looked for. Source: flows 2.3 steps 1 and 2. */
public interface SourcingPlan {

    /**
     * How many are to be bought.
     *
     * @param target what was asked for, as far as the credits go
     * @param inPool people of the pool who would be taken today, which cost nothing
     */
    record Need(int target, int inPool) {

        public int toBuy() {
            return Math.max(0, target - inPool);
        }
    }

    /** Refused where nobody could be given: no confirmed profile, no credit, no subscription, no such campaign. */
    Result<Need, AssignmentRefusal> need(ClientId client, Optional<CampaignId> campaign, int target);

    /**
     * The waterfall as it stands now, with what was learned of leads unless the run is one that explores.
     *
     * @param run names the run, so that all its parts search alike
     */
    SourcingSearch search(ClientId client, Optional<CampaignId> campaign, String run);

    /**
     * How many more people of each company could be given to the client, as far as a company can be told by its name alone: where
     * several have the name, the one with most room counts, and a company that the pool does not know has all of it.
     *
     * @param since whoever joined the pool at this instant or later takes room, as the run that asks has bought them
     */
    CompanyRooms rooms(ClientId client, Collection<String> companies, Instant since);
}
