package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.application.shared.ClockPort;
import java.time.Instant;

/** The time of these units of work, which is one clock's for every node. */
public final class FakeRunClock implements RunClock {

    private final MemoryUnitOfWork units;
    private final ClockPort clock;

    public FakeRunClock(MemoryUnitOfWork units, ClockPort clock) {
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Instant now() {
        units.requireOpen();
        return clock.now();
    }
}
