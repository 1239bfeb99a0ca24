package io.agencyos.application.platform.flow.store;

import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Touches that could leave and that nobody has looked at yet. Whoever looks at one sends it, gives it another date or ends
 * it, so one that stays due waits for a process and for nothing else. Source: flows 1.10.
 */
@SecondaryPort
public interface SendBacklog {

    /** Where nothing is sent. */
    SendBacklog NONE = new SendBacklog() {
        @Override
        public RunFigures.Backlog everywhere(Instant now) {
            return new RunFigures.Backlog(WorkClass.SEND, 0, null, 0);
        }

        @Override
        public RunFigures.Backlog of(ClientId client, Instant now) {
            return everywhere(now);
        }
    };

    /** Of all clients that are there. Platform unit. */
    RunFigures.Backlog everywhere(Instant now);

    /** Of one client, in its unit as worker. */
    RunFigures.Backlog of(ClientId client, Instant now);
}
