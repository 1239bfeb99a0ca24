package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What searches take up of what was learned of leads. The stored profile never changes. Needs an open unit of work of the
 * tenant, as worker. Source: CIS 15, scoring POOL-12.2.
 */
@SecondaryPort
public interface LearnedTargets {

    /** Whom a search asks for; an empty list is anybody. */
    record Aim(List<String> industries, List<String> titles, List<String> sizes) {

        public Aim {
            industries = List.copyOf(industries);
            titles = List.copyOf(titles);
            sizes = List.copyOf(sizes);
        }
    }

    /** Of an installation that learns nothing. */
    LearnedTargets NOTHING = new LearnedTargets() {
        @Override
        public Aim searched(ClientId client, Aim base) {
            return base;
        }

        @Override
        public Aim taken(ClientId client, Aim base) {
            return base;
        }

        @Override
        public int exploredPercent(ClientId client) {
            return 0;
        }
    };

    /** What a data vendor is asked for; kept in the log where it differs. */
    Aim searched(ClientId client, Aim base);

    /**
     * Whom the allocator takes: never fewer than the base would take, as what an exploring search bought is taken too.
     */
    Aim taken(ClientId client, Aim base);

    /** Percent of a period's assignments that ignore rank. Source: scoring POOL-8.2, conversion intelligence 14.2. */
    default int assignmentPercent(ClientId client) {
        return Exploration.DEFAULT_SHARE;
    }

    /** Percent of searches that leave what was learned aside. */
    int exploredPercent(ClientId client);
}
