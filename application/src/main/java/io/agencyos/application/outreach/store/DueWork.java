package io.agencyos.application.outreach.store;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Which clients have something to do, asked once about all of them. Names whoever a stage would find work for, and may
 * name a client whose work is gone when the stage comes to it. Needs an open unit of work of the platform.
 */
@SecondaryPort
public interface DueWork {

    /**
     * Until when what comes due is looked at.
     *
     * @param plannedAlone steps that nobody has to approve
     * @param plannedToAsk steps that a person looks at first
     * @param drafted touches that need their text
     */
    record Horizon(Instant now, Instant plannedAlone, Instant plannedToAsk, Instant drafted) {

        /** Until when the steps of a client are planned where this mode is the one that asks most. */
        public Instant planned(PermissionMode mode) {
            return mode == PermissionMode.AUTOPILOT ? plannedAlone : plannedToAsk;
        }
    }

    /** Live clients by the stages, of those that are asked about, that have something to do; the oldest client first. */
    Map<ClientId, Set<LoopStage>> of(Set<LoopStage> asked, Horizon horizon);
}
