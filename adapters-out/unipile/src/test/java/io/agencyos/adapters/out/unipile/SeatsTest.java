package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** unipile 1: one call at a time for a seat, at most five for all seats of an account. */
class SeatsTest {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Test
    void of_eight_seats_five_act_at_once_and_all_have_their_turn() throws Exception {
        Seats seats = new Seats(new MemoryVendorObjects());
        AtomicInteger acting = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch five = new CountDownLatch(5);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> acts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int seat = 0; seat < 8; seat++) {
                String name = "acc_" + seat;
                seats.put(CLIENT, name, new SeatId(new UUID(0, seat)));
                acts.add(threads.submit(() -> seats.inTurn(CLIENT, name, "act", () -> {
                            most.accumulateAndGet(acting.incrementAndGet(), Math::max);
                            five.countDown();
                            await(go);
                            acting.decrementAndGet();
                            return Result.ok(true);
                        })
                        .orElseThrow()));
            }
            assertThat(five.await(10, TimeUnit.SECONDS)).isTrue();
            go.countDown();
            for (Future<Boolean> act : acts) {
                assertThat(act.get()).isTrue();
            }
        }
        assertThat(most.get()).isEqualTo(5);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
