package io.agencyos.application.outreach.wash;

import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Washing by hand: staff of the platform take numbers out as a file, have them washed on the register's own site and bring
 * the result back within a day. Source: vendors/dncr 5.
 */
@PrimaryPort
public interface WashDesk {

    /** Washes that were carried, newest first, and what waits. */
    record Standing(PhoneWashes.Waiting waiting, List<Wash> washes) {
        public Standing {
            washes = List.copyOf(washes);
        }
    }

    /** @param lines one number each, as the register wants them */
    record Outgoing(Wash wash, List<String> lines) {
        public Outgoing {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What a result said.
     *
     * @param unanswered numbers of the wash about which it said nothing that counts
     * @param foreign lines about numbers that were not in this wash
     */
    record Taken(Wash wash, int unanswered, int foreign, int newlyListed, int newlyClean) {}

    Standing show();

    /** The next file, soonest need first; its wash has no numbers where none wait, and is not kept then. */
    Outgoing export(UserId by, int limit, Origin origin);

    /** @param washedAt when the register washed them */
    Result<Taken, Wash.Refusal> take(UserId by, String washId, List<String> lines, Instant washedAt, Origin origin);
}
