package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.CreditEntryKind;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ledger on every store. Source: scoring PLAN-4 and PLAN-5, data model 5.2. */
public abstract class CreditsContract {

    protected abstract UnitOfWork units();

    protected abstract Clients clients();

    protected abstract Credits credits();

    private static LeadId lead() {
        return new LeadId(UUID.randomUUID());
    }

    @Test // PLAN-5: sign-up 1,250 credits; api 4.1: the twin has credits as its plan
    void a_new_client_and_its_twin_have_the_credits_of_the_smallest_plan() {
        Client client = client();
        ClientId twin = units().onPlatform(() -> clients().findBySlug("test-" + client.slug()))
                .orElseThrow()
                .id();

        assertThat(balance(client.id())).isEqualTo(1_250);
        assertThat(balance(twin)).isEqualTo(1_250);
        assertThat(balance(new ClientId(UUID.randomUUID()))).isZero();
    }

    @Test // PLAN-4: a retry or a re-assignment of the same lead never debits twice
    void a_lead_costs_one_credit_once_in_its_life() {
        Client client = client();
        LeadId lead = lead();

        assertThat(consume(client.id(), lead)).isTrue();
        assertThat(consume(client.id(), lead)).isTrue();

        assertThat(balance(client.id())).isEqualTo(1_249);
    }

    @Test // PLAN-4: the balance is never negative
    void an_empty_ledger_pays_for_no_new_lead_and_still_knows_the_old_ones() {
        Client client = client();
        LeadId paid = lead();
        consume(client.id(), paid);
        book(client.id(), CreditEntryKind.ADJUST, -1_249, null);

        assertThat(consume(client.id(), lead())).isFalse();
        assertThat(consume(client.id(), paid)).isTrue();
        assertThatThrownBy(() -> book(client.id(), CreditEntryKind.ADJUST, -1, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book(client.id(), CreditEntryKind.ADJUST, 0, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(balance(client.id())).isZero();
    }

    @Test // PLAN-4: automatic refund (+1, once); PLAN-5: idempotent per (client, period_start)
    void a_refund_is_once_per_lead_and_a_grant_once_per_period() {
        Client client = client();
        LeadId lead = lead();
        consume(client.id(), lead);
        book(client.id(), CreditEntryKind.REFUND, 1, lead);

        assertThatThrownBy(() -> book(client.id(), CreditEntryKind.REFUND, 1, lead))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        twice -> assertThat(twice.constraint()).isEqualTo("uq_credit_entry_refund"));
        assertThatThrownBy(() -> book(client.id(), CreditEntryKind.GRANT, 1_250, null))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        twice -> assertThat(twice.constraint()).isEqualTo("uq_credit_entry_period"));
        assertThat(balance(client.id())).isEqualTo(1_250);
        assertThat(consume(client.id(), lead))
                .as("no second debit after the refund")
                .isTrue();
        assertThat(balance(client.id())).isEqualTo(1_250);
    }

    @Test // PLAN-4: insufficient balance ⇒ partial allocation up to the balance
    void debits_at_once_take_no_more_than_there_is() throws InterruptedException, ExecutionException {
        Client client = client();
        book(client.id(), CreditEntryKind.ADJUST, -1_240, null);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            LeadId lead = lead();
            calls.add(() -> consume(client.id(), lead));
        }

        assertThat(atOnce(calls)).filteredOn(taken -> taken).hasSize(10);
        assertThat(balance(client.id())).isZero();
    }

    @Test // PLAN-4: idempotency key (client, lead)
    void debits_at_once_for_one_lead_are_one() throws InterruptedException, ExecutionException {
        Client client = client();
        LeadId lead = lead();

        assertThat(atOnce(Collections.nCopies(12, () -> consume(client.id(), lead))))
                .containsOnly(true);
        assertThat(balance(client.id())).isEqualTo(1_249);
    }

    @Test
    void a_debit_that_is_rolled_back_never_was() {
        Client client = client();
        LeadId lead = lead();

        assertThatThrownBy(() -> in(client.id(), () -> {
                    credits().consume(client.id(), lead);
                    throw new IllegalStateException("the assignment failed");
                }))
                .hasMessage("the assignment failed");

        assertThat(balance(client.id())).isEqualTo(1_250);
    }

    protected final Client client() {
        OpenClient.Outcome outcome = new ClientUseCases(
                        clients(), credits(), units(), () -> Leadbook.MONDAY, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        return switch (outcome) {
            case OpenClient.Outcome.Opened(Client client) -> client;
            case OpenClient.Outcome.Exists exists -> throw new AssertionError(exists);
            case OpenClient.Outcome.InvalidName invalid -> throw new AssertionError(invalid);
        };
    }

    protected final int balance(ClientId client) {
        return in(client, () -> credits().balance(client));
    }

    protected final boolean consume(ClientId client, LeadId lead) {
        return in(client, () -> credits().consume(client, lead));
    }

    private void book(ClientId client, CreditEntryKind kind, int amount, @Nullable LeadId lead) {
        in(client, () -> {
            credits().book(client, kind, amount, lead, "for a test");
            return true;
        });
    }

    private <T> T in(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
