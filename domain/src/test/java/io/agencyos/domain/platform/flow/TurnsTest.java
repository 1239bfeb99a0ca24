package io.agencyos.domain.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.platform.flow.Turns.Queue;
import io.agencyos.domain.platform.flow.Turns.Turn;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of flows 1.3. */
class TurnsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final ClientId A = client(1);
    private static final ClientId B = client(2);
    private static final ClientId C = client(3);

    private static ClientId client(int n) {
        return new ClientId(new UUID(0, n));
    }

    private static Queue queue(ClientId client, int backlog, int inFlight, @Nullable Instant served) {
        return new Queue(client, 1, NOW, backlog, inFlight, served);
    }

    @Test // flows 1.3, example 1
    void a_thousand_sends_of_one_do_not_keep_ten_of_others_waiting() {
        List<Turn> first = Turns.tick(
                WorkClass.SEND,
                3,
                List.of(queue(A, 1_000, 0, null), queue(B, 10, 0, null), queue(C, 10, 0, null)),
                NOW);
        List<Turn> second = Turns.tick(WorkClass.SEND, 3, List.of(queue(A, 990, 0, NOW)), NOW.plusSeconds(1));

        assertThat(first).containsExactly(new Turn(A, 10), new Turn(B, 10), new Turn(C, 10));
        assertThat(second).containsExactly(new Turn(A, 10), new Turn(A, 10), new Turn(A, 10));
    }

    @Test // flows 1.3, example 2
    void every_client_is_served_once_before_any_is_served_twice() {
        Map<ClientId, Instant> served = new HashMap<>();
        List<ClientId> order = new ArrayList<>();
        for (int tick = 0; tick < 9; tick++) {
            Instant at = NOW.plusSeconds(30L * tick);
            List<Queue> queues = IntStream.rangeClosed(1, 100)
                    .mapToObj(n -> queue(client(n), 2, 0, served.get(client(n))))
                    .toList();
            for (Turn turn : Turns.tick(WorkClass.BATCH, 12, queues, at)) {
                served.put(turn.client(), at);
                order.add(turn.client());
            }
        }
        assertThat(order.subList(0, 100)).doesNotHaveDuplicates();
        assertThat(order).hasSize(108);
    }

    @Test // flows 1.3, example 3
    void who_has_two_in_flight_waits_for_who_has_none() {
        List<Turn> turns =
                Turns.tick(WorkClass.BATCH, 1, List.of(queue(A, 5, 2, NOW.minusSeconds(60)), queue(B, 1, 0, NOW)), NOW);

        assertThat(turns).extracting(Turn::client).containsExactly(B);
    }

    @Test // flows 1.3: the platform is no client, and at most half of a class's threads are its own
    void the_platforms_own_runs_hold_half_of_the_threads_and_no_more() {
        List<Turn> turns =
                Turns.tick(WorkClass.BATCH, 12, List.of(queue(Turns.PLATFORM, 30, 0, null), queue(A, 5, 0, null)), NOW);

        assertThat(turns)
                .extracting(Turn::client)
                .filteredOn(Turns.PLATFORM::equals)
                .hasSize(6);
        assertThat(turns).extracting(Turn::client).filteredOn(A::equals).hasSize(2);
    }

    @ParameterizedTest // flows 1.3, the table
    @CsvSource({
        "INTERACTIVE, 100, 2, 1, 4",
        "REPLY, 90, 2, 10, 4",
        "EVENT, 80, 1, 200, 4",
        "SEND, 70, 3, 10, 16",
        "BATCH, 40, 2, 1, 12",
        "LEARNING, 20, 1, 1, 2"
    })
    void a_class_of_work_is_served_as_its_row_says(
            WorkClass work, int priority, int perClient, int quantum, int threads) {
        assertThat(List.of(work.priority(), work.perClient(), work.quantum(), work.threadsPerNode()))
                .containsExactly(priority, perClient, quantum, threads);
        assertThat(WorkClass.values())
                .as("in the order in which they are served")
                .isSortedAccordingTo((one, two) -> Integer.compare(two.priority(), one.priority()));
    }

    @Test // flows 1.3: their sends in the same window are weighted 1/2/4 by plan
    void only_sends_are_weighted_by_plan() {
        Queue dominance = new Queue(A, 4, NOW, 1_000, 0, null);

        assertThat(Turns.tick(WorkClass.SEND, 1, List.of(dominance), NOW)).containsExactly(new Turn(A, 40));
        assertThat(Turns.tick(WorkClass.BATCH, 1, List.of(dominance), NOW)).containsExactly(new Turn(A, 1));
    }

    @Test
    void what_is_due_later_gets_no_turn() {
        assertThat(Turns.tick(WorkClass.BATCH, 5, List.of(new Queue(A, 1, NOW.plusSeconds(1), 3, 0, null)), NOW))
                .isEmpty();
    }

    @Test // flows 4, test 19
    void one_send_of_b_leaves_within_two_ticks_of_ten_thousand_of_a() {
        List<Turn> busy = Turns.tick(WorkClass.SEND, 1, List.of(queue(A, 10_000, 0, null), queue(B, 1, 0, null)), NOW);
        List<Turn> next = Turns.tick(
                WorkClass.SEND, 1, List.of(queue(A, 9_990, 0, NOW), queue(B, 1, 0, null)), NOW.plusSeconds(1));

        assertThat(busy).extracting(Turn::client).containsExactly(A);
        assertThat(next).extracting(Turn::client).containsExactly(B);
    }
}
