package io.agencyos.application.outreach;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Washing by hand: numbers go out as a file, a person washes them on the register's own site, and the result comes back
 * as a file. Source: vendors/dncr 5.
 */
@SecondaryPort
public interface WashFiles {

    /**
     * Numbers to wash.
     *
     * @param washId by which the result is taken back, and the proof of it for two years
     * @param lines one number each, as the register wants them
     */
    record Outgoing(String washId, List<String> lines) {

        public Outgoing {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What a result said.
     *
     * @param unknown numbers of the wash about which it said nothing that counts
     * @param foreign lines about numbers that were not in this wash
     */
    record Taken(int clean, int listed, int unknown, int foreign) {}

    /** Why a result is not taken; nothing of it counts then. */
    enum Refusal {
        UNKNOWN_WASH,
        /** It was taken before. */
        TAKEN_BEFORE,
        /** The wash is more than 24 hours ago, or not yet. */
        TOO_OLD
    }

    /** Numbers that were asked for and not washed, or washed three weeks ago; an empty file where there are none. */
    Outgoing export(ClientId client, int limit);

    /** @param washedAt when the register washed them */
    Result<Taken, Refusal> take(ClientId client, String washId, List<String> lines, Instant washedAt);
}
