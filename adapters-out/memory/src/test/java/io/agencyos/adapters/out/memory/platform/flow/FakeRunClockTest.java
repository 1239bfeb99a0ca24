package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.platform.flow.RunClockContract;
import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;

class FakeRunClockTest extends RunClockContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MovableClock time = new MovableClock(Instant.parse("2026-03-02T01:00:00Z"));

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected RunClock clock() {
        return new FakeRunClock(units, time);
    }

    @Override
    protected RunClock clockOfAnotherNode() {
        return new FakeRunClock(units, time);
    }

    @Override
    protected void pass() {
        time.advance(Duration.ofMillis(1));
    }
}
