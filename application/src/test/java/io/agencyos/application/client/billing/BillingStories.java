package io.agencyos.application.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client that signed up on 31 January 2026 in Sydney, on stores of any kind, and short ways to its money. */
public abstract class BillingStories {

    protected static final Instant SIGN_UP = Instant.parse("2026-01-30T23:00:00Z");

    /** What was asked to be paused for which slots. */
    protected final List<Plan.Slots> squeezed = new CopyOnWriteArrayList<>();

    private volatile Instant now = SIGN_UP;
    private @Nullable BillingPorts ports;
    private @Nullable BillingUseCases billing;

    /** The stores under test, with every founding spot free. */
    protected abstract BillingStand stand();

    protected final UnitOfWork units() {
        return stand().units();
    }

    protected final void tamper(ClientId client, int balance) {
        stand().tamper(client, balance);
    }

    protected final List<String> events(ClientId client) {
        return stand().events(client);
    }

    protected final UserId person() {
        return stand().person();
    }

    @BeforeEach
    void open_the_desk() {
        BillingPorts made = stand().ports(() -> now, (client, slots) -> {
            squeezed.add(slots);
            return 2;
        });
        ports = made;
        // chance of its own: the rows of the tests before may still be there
        TestChance chance = new TestChance(UUID.randomUUID().getLeastSignificantBits());
        billing = new BillingUseCases(made, units(), () -> now, new TimeOrderedIds(() -> now, chance));
    }

    @AfterEach
    void every_ledger_adds_up() {
        assertThat(units().onPlatform(ports().credits()::drifts)).isEmpty();
    }

    protected final BillingPorts ports() {
        return Objects.requireNonNull(ports);
    }

    protected final BillingUseCases billing() {
        return Objects.requireNonNull(billing);
    }

    protected final Instant now() {
        return now;
    }

    protected final void at(String instant) {
        now = Instant.parse(instant);
    }

    protected final void wait(Duration duration) {
        now = now.plus(duration);
    }

    protected final Client signUp() {
        OpenClient.Outcome outcome = new ClientUseCases(
                        ports().clients(), ports().credits(), units(), () -> now, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return client;
        }
        throw new AssertionError(outcome);
    }

    /** A client that has paid for this plan. */
    protected final Client paying(Plan plan) {
        Client client = signUp();
        checkout(client.id(), plan, false);
        return client;
    }

    protected final CompleteCheckout.Outcome.Active checkout(ClientId client, Plan plan, boolean founding) {
        return checkout("checkout-" + UUID.randomUUID(), client, plan, founding);
    }

    protected final CompleteCheckout.Outcome.Active checkout(String id, ClientId client, Plan plan, boolean founding) {
        CompleteCheckout.Outcome outcome =
                billing().completeCheckout().complete(new CompleteCheckout.Order(id, client, plan, founding));
        if (outcome instanceof CompleteCheckout.Outcome.Active active) {
            return active;
        }
        throw new AssertionError(outcome);
    }

    protected final ChangePlan.Outcome change(ClientId client, Plan plan) {
        return billing().changePlan().change(new TenantScope(client, null, Role.OWNER), plan, false, Origin.NONE);
    }

    /** Leaves so many credits. */
    protected final void leave(ClientId client, int credits) {
        in(client, () -> {
            int delta = credits - ports().credits().lock(client);
            if (delta != 0) {
                ports().credits().book(client, CreditEntryKind.ADJUST, delta, null, "for a test");
            }
            return true;
        });
    }

    protected final Subscription subscription(ClientId client) {
        return in(client, () -> ports().clients().subscription(client)).orElseThrow();
    }

    protected final CreditAccount account(ClientId client) {
        return in(client, () -> ports().credits().account(client)).orElseThrow();
    }

    protected final int balance(ClientId client) {
        return account(client).balance();
    }

    /** Kind and amount of every entry but those that a test made itself, oldest period first. */
    protected final List<String> entries(ClientId client) {
        Credits credits = ports().credits();
        return in(client, () -> credits.entries(client, null, 500)).stream()
                .filter(entry -> !entry.reason().equals("for a test"))
                .map(entry -> entry.kind().wire() + " " + entry.amount())
                .toList()
                .reversed();
    }

    protected final List<CreditEntry> ledger(ClientId client) {
        return in(client, () -> ports().credits().entries(client, null, 500));
    }

    protected final <T> T in(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    protected static <T> List<T> atOnce(List<? extends Callable<T>> calls)
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
