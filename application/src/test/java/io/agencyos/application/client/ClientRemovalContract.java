package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.client.ClientRemoval.Leaving;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that takes clients away must do. Each test has clients of its own. Source: api 9.2, data model 15. */
public abstract class ClientRemovalContract {

    private static final Instant NOW = Leadbook.MONDAY;

    protected abstract ClientRemoval removal();

    protected abstract UnitOfWork units();

    protected abstract Clients clients();

    protected abstract Credits credits();

    protected abstract Leads leads();

    private int people = Leadbook.freshNumbers();

    private Client open() {
        OpenClient.Outcome outcome = new ClientUseCases(clients(), credits(), units(), () -> NOW, UUID::randomUUID)
                .openClient()
                .open("Client " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return client;
        }
        throw new AssertionError(outcome);
    }

    private Client leaving(Instant at) {
        Client client = open();
        units().onPlatform(() -> clients().leave(client.id(), at));
        return client;
    }

    private Lead lead(ClientId client) {
        people++;
        Lead lead = Leadbook.lead(
                        client, people, "p" + UUID.randomUUID().toString().replace("-", ""))
                .change()
                .poolPersonId(null)
                .lead();
        units().inTenant(TenantScope.worker(client), () -> leads().insertAll(List.of(lead)));
        return lead;
    }

    private boolean isThere(Lead lead) {
        return units().inTenant(
                        TenantScope.worker(lead.clientId()),
                        () -> leads().find(lead.clientId(), lead.id()).isPresent());
    }

    private boolean isThere(ClientId client) {
        return units().onPlatform(() -> clients().find(client).isPresent());
    }

    private List<Leaving> due(Instant now) {
        return units().onPlatform(() -> removal().due(now, 1_000));
    }

    private Leaving dueFor(Client client) {
        return due(NOW).stream()
                .filter(one -> one.live().equals(client.id()))
                .findFirst()
                .orElseThrow();
    }

    private int removeSome(ClientId client, int most) {
        return units().inTenant(TenantScope.worker(client), () -> removal().removeSome(client, most, NOW));
    }

    private int removeAll(ClientId client, int most) {
        int all = 0;
        int some;
        do {
            some = removeSome(client, most);
            assertThat(some).isLessThanOrEqualTo(most);
            all += some;
        } while (some > 0);
        return all;
    }

    @Test
    void those_whose_time_has_come_are_due_with_their_twins_the_first_first() {
        Client later = leaving(NOW.minusSeconds(1));
        Client first = leaving(NOW.minus(Duration.ofDays(1)));
        Client tomorrow = leaving(NOW.plus(Duration.ofDays(1)));
        Client stays = open();
        ClientId twin = units().onPlatform(
                        () -> clients().twin(first.id()).orElseThrow().id());

        List<Leaving> due = due(NOW);

        assertThat(due).contains(new Leaving(first.id(), twin));
        assertThat(due)
                .extracting(Leaving::live)
                .containsSubsequence(first.id(), later.id())
                .doesNotContain(tomorrow.id(), stays.id(), twin);
        assertThat(units().<List<Leaving>>onPlatform(() -> removal().due(NOW, 1)))
                .hasSize(1);
    }

    @Test
    void from_the_beginning_on_the_client_is_there_for_nobody() {
        Client client = leaving(NOW);
        Leaving leaving = dueFor(client);

        for (int times = 0; times < 2; times++) {
            units().onPlatform(() -> removal().begin(leaving, NOW));
            assertThat(isThere(client.id())).isFalse();
            assertThat(units().onPlatform(() -> clients().twin(client.id()))).isEmpty();
        }
        assertThat(due(NOW)).as("until nothing is left").contains(leaving);
    }

    @Test // resumable, a few rows a transaction; no tenant loses another's data
    void everything_of_the_client_goes_bit_by_bit_and_nothing_of_another() {
        Client client = leaving(NOW);
        Client stays = open();
        List<Lead> gone = List.of(lead(client.id()), lead(client.id()), lead(client.id()));
        Lead other = lead(stays.id());
        Leaving leaving = dueFor(client);
        units().onPlatform(() -> removal().begin(leaving, NOW));
        assertThat(removeAll(Objects.requireNonNull(leaving.twin()), 100)).isPositive();

        assertThat(removeSome(client.id(), 2)).isBetween(1, 2);
        assertThat(removeAll(client.id(), 2)).isGreaterThanOrEqualTo(2);

        assertThat(gone).noneMatch(this::isThere);
        assertThat(removeSome(client.id(), 2)).isZero();
        assertThat(due(NOW)).extracting(Leaving::live).doesNotContain(client.id());
        assertThat(isThere(other)).isTrue();
        assertThat(isThere(stays.id())).isTrue();
    }

    @Test // nobody waits for a sandbox that does not answer, and what it remembers is not forgotten with the rows
    void the_world_of_a_twin_is_owed_its_end_until_it_is_told_whatever_became_of_the_rows() {
        Client client = leaving(NOW);
        Leaving leaving = dueFor(client);
        ClientId twin = Objects.requireNonNull(leaving.twin());
        units().onPlatform(() -> removal().begin(leaving, NOW));
        removeAll(twin, 100);
        removeAll(client.id(), 100);
        assertThat(owedWorlds()).contains(twin).doesNotContain(client.id());

        units().onPlatform(() -> removal().worldForgotten(twin, NOW));
        units().onPlatform(() -> removal().begin(leaving, NOW));

        assertThat(owedWorlds()).as("once and for all").doesNotContain(twin);
    }

    private List<ClientId> owedWorlds() {
        return units().onPlatform(() -> removal().owedWorlds(1_000));
    }

    @Test
    void a_client_that_stays_loses_nothing() {
        Client stays = open();
        Client tomorrow = leaving(NOW.plus(Duration.ofDays(1)));
        Lead lead = lead(stays.id());

        for (Client client : List.of(stays, tomorrow)) {
            assertThatThrownBy(() -> removeSome(client.id(), 100)).isInstanceOf(RuntimeException.class);
        }
        assertThat(isThere(lead)).isTrue();
    }

    @Test
    void rows_go_in_the_clients_own_unit_only() {
        Client client = leaving(NOW);
        Lead lead = lead(client.id());
        units().onPlatform(() -> removal().begin(new Leaving(client.id(), null), NOW));

        assertThatThrownBy(() -> units().onPlatform(() -> removal().removeSome(client.id(), 100, NOW)))
                .isInstanceOf(RuntimeException.class);
        assertThat(isThere(lead)).isTrue();
    }
}
