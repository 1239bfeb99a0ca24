package io.agencyos.bootstrap.system;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TimeAndChanceContract;
import io.agencyos.application.shared.TimeOrderedIds;

class SystemTimeAndChanceTest extends TimeAndChanceContract {

    private final ClockPort clock = new SystemClock();
    private final RandomSource random = new SystemRandom();
    private final IdSource ids = new TimeOrderedIds(clock, random);

    @Override
    protected ClockPort clock() {
        return clock;
    }

    @Override
    protected RandomSource random() {
        return random;
    }

    @Override
    protected IdSource ids() {
        return ids;
    }
}
