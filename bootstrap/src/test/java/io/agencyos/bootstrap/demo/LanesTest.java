package io.agencyos.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Working side by side without the story depending on who is faster. Source: issue 2 section 5. */
class LanesTest {

    private static final Instant NINE = Instant.parse("2026-03-02T22:00:00Z");

    private final Lanes lanes = new Lanes();

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void a_lane_works_in_the_order_in_which_it_was_given_work_while_another_goes_on() {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch other = new CountDownLatch(1);
        Lanes.Lane slow = lanes.lane();
        Lanes.Lane quick = lanes.lane();
        slow.then(() -> {
            await(other);
            done.add("first");
        });
        slow.then(() -> done.add("second"));
        quick.then(() -> {
            done.add("other");
            other.countDown();
        });

        Lanes.await(List.of(slow, quick));

        assertThat(done).containsExactly("other", "first", "second");
    }

    @Test
    void whoever_waits_for_what_a_lane_was_given_until_now_does_not_wait_for_what_comes_later() {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch heard = new CountDownLatch(1);
        Lanes.Lane lane = lanes.lane();
        lane.then(() -> done.add("sent"));
        Lanes.Lane sent = lane.soFar();
        lane.then(() -> {
            await(heard);
            done.add("planned");
        });

        Lanes.await(List.of(sent));
        assertThat(done).containsExactly("sent");
        heard.countDown();
        Lanes.await(List.of(lane));
        assertThat(done).containsExactly("sent", "planned");
    }

    @Test
    void after_a_failure_a_lane_does_nothing_more_and_whoever_waits_hears_of_it() {
        List<String> done = new CopyOnWriteArrayList<>();
        Lanes.Lane lane = lanes.lane();
        lane.then(() -> {
            throw new IllegalArgumentException("broken");
        });
        lane.then(() -> done.add("later"));

        assertThatThrownBy(() -> Lanes.await(List.of(lane)))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("broken");
        assertThat(done).isEmpty();
    }

    @Test // whoever plans is still in the moment that it plans from
    void a_moment_that_is_over_for_the_others_lasts_for_those_who_still_work_in_it() {
        DemoClock clock = new DemoClock(NINE);
        DemoClock.at(NINE, () -> {
            clock.moveTo(NINE.plusSeconds(7200));
            assertThat(clock.now()).isEqualTo(NINE);
        });
        assertThat(clock.now()).isEqualTo(NINE.plusSeconds(7200));
    }

    @Test
    void people_get_the_same_ids_in_any_order_of_the_workers_and_their_own_pieces_keep_theirs() {
        List<String> people = List.of("ada 1", "ben 1", "cleo 1", "ada 2", "dan 1", "eve 1", "ada 3", "finn 1");

        Map<String, UUID> drawn = idsOf(people);

        assertThat(drawn).containsOnlyKeys(people).isEqualTo(idsOf(people));
        assertThat(List.of(drawn.get("ada 1"), drawn.get("ada 2"), drawn.get("ada 3")))
                .as("ids are in the order in which they were drawn")
                .isSorted();
    }

    private Map<String, UUID> idsOf(List<String> pieces) {
        DemoIds ids = new DemoIds(() -> NINE, new SeededRandom(7));
        Map<String, UUID> drawn = new ConcurrentHashMap<>();
        new ClientCrew(lanes, ids)
                .all(pieces, piece -> piece.substring(0, piece.indexOf(' ')), piece -> drawn.put(piece, ids.next()));
        return drawn;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
