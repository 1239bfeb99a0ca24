package io.agencyos.adapters.out.memory.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.client.ClientRemoval.Leaving;
import io.agencyos.application.client.RemoveClients;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In which order everything of a client and of its twin goes, and who waits for whom. Source: api 9.2. */
class RemoveClientsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private final ClientId live = new ClientId(UUID.randomUUID());
    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());
    private final List<String> done = new ArrayList<>();
    private final List<ClientId> owed = new ArrayList<>();
    private boolean sandboxAnswers = true;
    private boolean rowsStick;

    private String name(ClientId client) {
        return client.equals(twin) ? "twin" : client.equals(live) ? "client" : "other";
    }

    private RemoveClients removing(List<Leaving> leaving) {
        ClientRemoval rows = new ClientRemoval() {

            @Override
            public List<Leaving> due(Instant now, int most) {
                return leaving;
            }

            @Override
            public void begin(Leaving one, Instant now) {
                done.add("closed " + name(one.live()));
                if (one.twin() != null) {
                    owed.add(one.twin());
                }
            }

            @Override
            public List<ClientId> owedWorlds(int most) {
                return List.copyOf(owed);
            }

            @Override
            public void worldForgotten(ClientId gone, Instant now) {
                owed.remove(gone);
            }

            @Override
            public int removeSome(ClientId client, int most, Instant now) {
                if (rowsStick && client.equals(live)) {
                    throw new IllegalStateException("a row that refers to another");
                }
                String step = "rows of " + name(client);
                return done.contains(step) ? 0 : rowsGone(step);
            }

            private int rowsGone(String step) {
                done.add(step);
                return 1;
            }
        };
        return new RemoveClients(
                rows,
                client -> done.add("wound up " + name(client)),
                gone -> {
                    done.add((sandboxAnswers ? "forgotten " : "asked to forget ") + name(gone));
                    return sandboxAnswers;
                },
                new MemoryUnitOfWork(),
                () -> NOW);
    }

    @Test
    void a_twins_sandbox_forgets_it_once_nobody_comes_in() {
        RemoveClients.Round round = removing(List.of(new Leaving(live, twin))).run();

        assertThat(done)
                .containsExactly(
                        "wound up client", "closed client", "rows of twin", "rows of client", "forgotten twin");
        assertThat(owed).isEmpty();
        assertThat(round).isEqualTo(new RemoveClients.Round(1, 2));
    }

    @Test
    void a_sandbox_that_does_not_answer_holds_nobody_up_and_is_asked_until_it_does() {
        sandboxAnswers = false;
        RemoveClients removal = removing(List.of(new Leaving(live, twin), new Leaving(other, null)));

        assertThat(removal.run()).isEqualTo(new RemoveClients.Round(2, 3));
        assertThat(done).contains("rows of twin", "rows of client", "rows of other", "asked to forget twin");
        assertThat(removal.forgetWorlds()).isZero();
        assertThat(owed).containsExactly(twin);

        sandboxAnswers = true;
        assertThat(removal.forgetWorlds()).isEqualTo(1);
        assertThat(owed).isEmpty();
        done.clear();
        assertThat(removal.forgetWorlds()).isZero();
        assertThat(done).as("never again").isEmpty();
    }

    @Test
    void a_client_that_cannot_be_removed_is_told_of_when_the_others_are() {
        rowsStick = true;
        RemoveClients removal = removing(List.of(new Leaving(live, twin), new Leaving(other, null)));

        assertThatThrownBy(removal::run).hasMessage("a row that refers to another");

        assertThat(done).contains("rows of other", "forgotten twin");
    }

    @Test
    void a_twin_that_is_gone_is_nobodys_business() {
        removing(List.of(new Leaving(live, null))).run();

        assertThat(done).containsExactly("wound up client", "closed client", "rows of client");
    }
}
