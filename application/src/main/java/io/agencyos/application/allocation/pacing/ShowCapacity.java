package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.CapacityCheck;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Whether a client's senders can work the leads of its plan, channel by channel. Source: scoring PLAN-2. */
@PrimaryPort
public interface ShowCapacity {

    /**
     * A channel of which the plan has need, in touches per working day.
     *
     * @param missing one decimal, as the alert has it; 0 where the senders suffice
     */
    record Line(Channel channel, BigDecimal needed, int supplied, BigDecimal missing) {}

    /**
     * The plan beside its senders.
     *
     * @param lines in the default order of channels
     * @param closing closing e-mails per working day, which take what the others leave
     */
    record Capacity(List<Line> lines, CapacityCheck.Closing closing) {}

    /** Empty where the client is gone or books nothing. */
    Optional<Capacity> of(TenantScope scope);
}
