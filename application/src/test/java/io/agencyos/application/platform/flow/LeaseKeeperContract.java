package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever renews leases must do. Source: flows 1.4. */
public abstract class LeaseKeeperContract {

    /** The keeper and its time. */
    public interface World {

        LeaseKeeper keeper();

        /** Returns when every lease that is held has come to its turn at least once more. */
        void pass();
    }

    /** A lease that counts how often it was renewed. */
    private static final class Lease {

        private final AtomicInteger renewals = new AtomicInteger();
        private volatile boolean lost;

        private boolean renew() {
            renewals.incrementAndGet();
            return !lost;
        }

        private int renewals() {
            return renewals.get();
        }
    }

    private final Lease lease = new Lease();
    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    @Test
    void a_lease_is_renewed_again_and_again_while_it_is_held() {
        try (LeaseKeeper.Kept _ = world.keeper().keep(lease::renew)) {
            world.pass();
            int once = lease.renewals();
            assertThat(once).isPositive();
            world.pass();
            assertThat(lease.renewals()).isGreaterThan(once);
        }
    }

    @Test
    void whoever_has_done_its_work_is_renewed_no_more() {
        LeaseKeeper.Kept kept = world.keeper().keep(lease::renew);
        world.pass();
        kept.close();
        kept.close();
        // one that had begun already may end
        world.pass();
        int until = lease.renewals();
        world.pass();
        assertThat(lease.renewals()).isEqualTo(until);
    }

    @Test
    void a_lease_that_was_lost_is_not_asked_for_again_and_the_others_are() {
        Lease other = new Lease();
        try (LeaseKeeper.Kept _ = world.keeper().keep(lease::renew);
                LeaseKeeper.Kept _ = world.keeper().keep(other::renew)) {
            lease.lost = true;
            world.pass();
            int asked = lease.renewals();
            int before = other.renewals();
            world.pass();
            assertThat(lease.renewals()).isEqualTo(asked);
            assertThat(other.renewals()).isGreaterThan(before);
        }
    }
}
