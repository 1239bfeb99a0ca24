package io.agencyos.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every clock, source of chance and source of ids keeps. Source: data model 1 (ids). */
public abstract class TimeAndChanceContract {

    protected abstract ClockPort clock();

    protected abstract RandomSource random();

    protected abstract IdSource ids();

    @Test
    void the_clock_is_no_finer_than_what_the_database_stores() {
        Instant now = clock().now();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void chance_does_not_repeat_itself() {
        Set<Long> drawn = new HashSet<>();
        IntStream.range(0, 1_000).forEach(n -> drawn.add(random().nextLong()));

        assertThat(drawn).hasSize(1_000);
    }

    @Test
    void random_bytes_fill_the_whole_array_and_differ_every_time() {
        byte[] first = new byte[32];
        byte[] second = new byte[32];
        random().nextBytes(first);
        random().nextBytes(second);

        assertThat(first).isNotEqualTo(second);
        assertThat(first).isNotEqualTo(new byte[32]);
    }

    @Test
    void ids_are_version_7_and_increase_inside_one_millisecond() {
        List<UUID> made = IntStream.range(0, 10_000).mapToObj(n -> ids().next()).toList();

        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(made).isSortedAccordingTo(Comparator.comparing(UUID::toString));
        assertThat(new HashSet<>(made)).hasSameSizeAs(made);
    }

    @Test
    void ids_made_by_many_threads_at_once_are_all_different() throws InterruptedException, ExecutionException {
        List<UUID> all = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                running.add(threads.submit(() -> IntStream.range(0, 1_000).forEach(n -> all.add(ids().next()))));
            }
            for (Future<?> done : running) {
                done.get();
            }
        }

        assertThat(new HashSet<>(all)).hasSize(8_000);
    }
}
