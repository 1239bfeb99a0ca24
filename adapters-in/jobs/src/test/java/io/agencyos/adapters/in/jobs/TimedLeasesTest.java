package io.agencyos.adapters.in.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.LeaseKeeper;
import io.agencyos.application.platform.flow.LeaseKeeperContract;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** The kit on a timer whose turns are short. */
class TimedLeasesTest extends LeaseKeeperContract {

    private final TimedLeases leases = new TimedLeases(Duration.ofMillis(1));

    @AfterEach
    void stop() {
        leases.close();
    }

    @Override
    protected World world() {
        return new World() {

            @Override
            public LeaseKeeper keeper() {
                return leases;
            }

            /** Leases take turns on one thread: before one that came last has its second, all others had one. */
            @Override
            public void pass() {
                CountDownLatch turns = new CountDownLatch(2);
                LeaseKeeper.Kept last = leases.keep(() -> {
                    turns.countDown();
                    return true;
                });
                try (last) {
                    assertThat(turns.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
        };
    }
}
