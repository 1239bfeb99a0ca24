package io.agencyos.adapters.out.memory.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.client.RemoveClients;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** In which order everything of a client and of its twin goes. Source: api 9.2. */
class RemoveClientsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private final ClientId live = new ClientId(UUID.randomUUID());
    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final List<String> done = new ArrayList<>();

    private String name(ClientId client) {
        return client.equals(twin) ? "twin" : "client";
    }

    private RemoveClients removing(boolean twinLeft, Consumer<ClientId> forget) {
        ClientRemoval rows = new ClientRemoval() {

            @Override
            public List<Leaving> due(Instant now, int most) {
                return List.of(new Leaving(live, twinLeft ? twin : null));
            }

            @Override
            public void begin(Leaving leaving, Instant now) {
                done.add("closed");
            }

            @Override
            public int removeSome(ClientId client, int most, Instant now) {
                String step = "rows of " + name(client);
                return done.contains(step) ? 0 : rowsGone(step);
            }

            private int rowsGone(String step) {
                done.add(step);
                return 1;
            }
        };
        return new RemoveClients(rows, client -> done.add("wound up"), forget, new MemoryUnitOfWork(), () -> NOW);
    }

    @Test
    void a_twins_sandbox_forgets_it_once_nobody_comes_in_and_before_its_rows_go() {
        RemoveClients.Round round =
                removing(true, client -> done.add("forgotten " + name(client))).run();

        assertThat(done).containsExactly("wound up", "closed", "forgotten twin", "rows of twin", "rows of client");
        assertThat(round).isEqualTo(new RemoveClients.Round(1, 2));
    }

    @Test
    void a_sandbox_that_does_not_answer_is_asked_again_since_nothing_is_gone_that_names_the_twin() {
        RemoveClients unanswered = removing(true, client -> {
            throw new IllegalStateException("no answer");
        });

        assertThatThrownBy(unanswered::run).hasMessage("no answer");

        assertThat(done).containsExactly("wound up", "closed");
    }

    @Test
    void a_twin_that_is_gone_is_nobodys_business() {
        removing(false, client -> done.add("forgotten " + name(client))).run();

        assertThat(done).containsExactly("wound up", "closed", "rows of client");
    }
}
