package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the clock of leases, due dates and schedules keeps on every store. Source: flows 4, test 16. */
public abstract class RunClockContract {

    private final TenantScope client = TenantScope.worker(new ClientId(UUID.randomUUID()));

    protected abstract UnitOfWork units();

    protected abstract RunClock clock();

    /** As a node reads it whose own machine is ahead. */
    protected abstract RunClock clockOfAnotherNode();

    /** Lets time go on by a microsecond at least, inside an open unit. */
    protected abstract void pass();

    @Test
    void it_belongs_to_the_store_and_needs_an_open_unit_of_work() {
        assertThatThrownBy(clock()::now).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_node_and_every_kind_of_unit_reads_the_same_time() { // flows test 16
        Instant first = units().<Instant>onPlatform(clock()::now);
        units().onPlatform(this::pass);
        Instant second = units().<Instant>onPlatform(clockOfAnotherNode()::now);
        units().onPlatform(this::pass);
        Instant third = units().<Instant>inTenant(client, clock()::now);
        units().onPlatform(this::pass);
        Instant fourth = units().readingPlatform(clockOfAnotherNode()::now);
        units().onPlatform(this::pass);
        Instant fifth = units().reading(client, clock()::now);

        assertThat(List.of(first, second, third, fourth, fifth)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void it_goes_on_within_a_unit_so_that_a_lease_counts_from_when_it_is_renewed() {
        List<Instant> asked = units().onPlatform(() -> {
            Instant before = clock().now();
            pass();
            return List.of(before, clock().now());
        });

        assertThat(asked.getLast()).isAfter(asked.getFirst());
    }

    @Test
    void it_is_no_finer_than_what_the_store_keeps() {
        Instant now = units().<Instant>onPlatform(clock()::now);

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
}
