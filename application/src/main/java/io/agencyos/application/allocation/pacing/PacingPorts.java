package io.agencyos.application.allocation.pacing;

import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.function.BiPredicate;

/**
 * What pacing needs from outside.
 *
 * @param breakers whether an open breaker of the client's own stops anything; asked inside the client's unit of work
 */
public record PacingPorts(
        StartPorts starts, Touches touches, Events events, Alerts alerts, BiPredicate<ClientId, Instant> breakers) {

    /** The use case on these ports. */
    public CheckPacing checkPacing(UnitOfWork units, ClockPort clock, IdSource ids) {
        return new CheckPacingService(this, units, clock, ids);
    }
}
