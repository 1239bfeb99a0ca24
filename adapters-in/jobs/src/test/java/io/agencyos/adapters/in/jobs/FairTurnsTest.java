package io.agencyos.adapters.in.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Outreach 3.2. */
class FairTurnsTest {

    private static final ClientId SMALL = new ClientId(new UUID(1, 1));
    private static final ClientId MIDDLE = new ClientId(new UUID(1, 2));
    private static final ClientId LARGE = new ClientId(new UUID(1, 3));

    private final Map<ClientId, Integer> due = new HashMap<>();
    private final List<String> served = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final FairTurns turns = new FairTurns(
            "plan",
            () -> List.of(LARGE, MIDDLE, SMALL),
            client -> client.equals(LARGE) ? 4 : client.equals(MIDDLE) ? 2 : 1,
            this::work,
            failures::add);

    private int work(ClientId client, int limit) {
        int done = Math.min(limit, due.getOrDefault(client, 0));
        due.merge(client, -done, Integer::sum);
        served.add(client.value().getLeastSignificantBits() + ":" + done);
        return done;
    }

    @Test // outreach 3.2: weights 1, 2, 4; at most 50 per client per tick
    void helpings_are_by_weight_and_end_at_fifty() {
        due.putAll(Map.of(SMALL, 1_000, MIDDLE, 1_000, LARGE, 1_000));
        turns.run();

        assertThat(served).containsExactly("3:50", "2:26", "1:13", "2:24", "1:13", "1:13", "1:11");
        assertThat(due).containsValues(950);
    }

    @Test // outreach 3.2: one client's backlog must not delay another by more than two ticks
    void whoever_has_a_thousand_delays_nobody() {
        due.putAll(Map.of(SMALL, 3, LARGE, 1_000));
        turns.run();

        assertThat(due.get(SMALL)).isZero();
        assertThat(due.get(LARGE)).isEqualTo(950);
        assertThat(served).contains("1:3");
        turns.run();
        assertThat(due.get(LARGE)).isEqualTo(900);
    }

    @Test // flows 1.3: a client whose turn fails does not keep the others waiting
    void a_failure_is_told_and_ends_that_client_s_tick() {
        FairTurns failing = new FairTurns(
                "plan",
                () -> List.of(SMALL, MIDDLE),
                client -> 1,
                (client, limit) -> {
                    if (client.equals(SMALL)) {
                        throw new IllegalStateException("one of them");
                    }
                    return work(client, limit);
                },
                failures::add);
        due.put(MIDDLE, 20);
        failing.run();

        assertThat(failures).hasSize(1);
        assertThat(due.get(MIDDLE)).isZero();
    }
}
