package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    @Test // POOL-12: one replenishment per period, and none for the first
    void a_period_is_replenished_once() {
        Client client = client();
        assertThat(toReplenish()).doesNotContain(client.id());

        begin(
                client.id(),
                new BillingPeriod(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 5, 2)),
                CreditReset.of(1_250, 1_250, 1_250));
        units().inTenant(TenantScope.worker(client.id()), () -> credits().replenished(client.id()));

        assertThat(toReplenish()).doesNotContain(client.id());
    }

    private List<ClientId> toReplenish() {
        return units().onPlatform(() -> credits().toReplenish(null, 1_000));
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

    @Test // PLAN-4, scoring 5 credit race: partial allocation up to the balance, never below 0
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

    @Test // PLAN-4: partial allocation up to the balance; a retry or a re-assignment never debits twice
    void leads_are_paid_in_their_order_as_far_as_the_balance_reaches() {
        Client client = client();
        LeadId known = lead();
        consume(client.id(), known);
        book(client.id(), CreditEntryKind.ADJUST, -1_247, null);
        List<LeadId> wanted = List.of(lead(), known, lead(), lead(), lead());

        assertThat(consume(client.id(), wanted)).containsExactlyInAnyOrderElementsOf(wanted.subList(0, 3));
        assertThat(consume(client.id(), wanted)).containsExactlyInAnyOrderElementsOf(wanted.subList(0, 3));
        assertThat(consume(client.id(), List.of())).isEmpty();

        assertThat(balance(client.id())).isZero();
        assertThat(entries(client.id()).stream().map(CreditEntry::balanceAfter).limit(3))
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test // PLAN-4: automatic refund (+1, once)
    void credits_go_back_once_and_only_for_leads_that_were_paid() {
        Client client = client();
        List<LeadId> paid = List.of(lead(), lead(), lead());
        consume(client.id(), paid);
        List<LeadId> ended = List.of(paid.get(0), lead(), paid.get(2));

        assertThat(refund(client.id(), ended)).containsExactlyInAnyOrder(paid.get(0), paid.get(2));
        assertThat(refund(client.id(), ended)).isEmpty();

        assertThat(balance(client.id())).isEqualTo(1_249);
        assertThat(consume(client.id(), paid)).containsExactlyInAnyOrderElementsOf(paid);
        assertThat(balance(client.id())).isEqualTo(1_249);
    }

    @Test // PLAN-5: balance := quota, no rollover; flows 2.14: −37, +1,250
    void a_period_begins_with_the_rest_expired_and_the_quota_granted() {
        Client client = client();
        book(client.id(), CreditEntryKind.ADJUST, -1_213, null);
        BillingPeriod april = new BillingPeriod(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 5, 2));

        begin(client.id(), april, CreditReset.of(37, 1_250, 1_250));

        CreditAccount account = account(client.id());
        assertThat(account).isEqualTo(new CreditAccount(client.id(), 1_250, 1_250, april.start(), april.endsAt()));
        List<CreditEntry> entries = entries(client.id());
        assertThat(entries.stream().limit(2).map(entry -> entry.kind() + " " + entry.amount()))
                .containsExactlyInAnyOrder("GRANT 1250", "EXPIRE -37");
        assertThat(entries.stream()
                        .filter(entry -> entry.kind() == CreditEntryKind.EXPIRE)
                        .map(CreditEntry::period))
                .containsExactly(LocalDate.of(2026, 3, 2));
        assertThatThrownBy(() -> begin(client.id(), april, CreditReset.of(1_250, 1_250, 1_250)))
                .isInstanceOf(UniqueViolation.class);
        assertThat(account(client.id())).isEqualTo(account);
    }

    @Test // data model 5.2: newest first
    void the_ledger_is_read_in_pages() {
        Client client = client();
        for (int i = 0; i < 5; i++) {
            consume(client.id(), lead());
        }
        List<CreditEntry> all = entries(client.id());

        List<CreditEntry> paged = new ArrayList<>();
        Credits.After after = null;
        for (int page = 0; page < 3; page++) {
            Credits.After from = after;
            paged.addAll(in(client.id(), () -> credits().entries(client.id(), from, 2)));
            after = new Credits.After(paged.getLast().at(), paged.getLast().id());
        }

        assertThat(all)
                .hasSize(6)
                .isSortedAccordingTo(Comparator.comparing(CreditEntry::at).reversed());
        assertThat(paged).containsExactlyElementsOf(all);
    }

    @Test // flows 2.14: selects next_reset_at ≤ now, subscription active/trialing, not deleted
    void a_reset_is_due_for_running_subscriptions_at_the_end_of_their_period() {
        Client due = client();
        Client paused = client();
        Client unknown = client();
        in(paused.id(), () -> clients().subscription(paused.id()))
                .ifPresent(booked -> in(paused.id(), () -> {
                    clients().updateSubscription(booked.as(SubscriptionStatus.PAUSED));
                    return true;
                }));
        Instant end = account(due.id()).nextReset();
        assertThat(end).isEqualTo(Instant.parse("2026-04-01T13:00:00Z"));
        in(unknown.id(), () -> {
            credits().schedule(unknown.id(), end.plusSeconds(1));
            return true;
        });

        assertThat(due(end)).contains(due.id()).doesNotContain(paused.id(), unknown.id());
        assertThat(due(end.minusMillis(1))).doesNotContain(due.id());
        assertThat(due(end.plusSeconds(1))).contains(due.id(), unknown.id());
    }

    private List<ClientId> due(Instant now) {
        List<ClientId> found = new ArrayList<>();
        ClientId after = null;
        for (List<ClientId> page = duePage(now, after); !page.isEmpty(); page = duePage(now, after)) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            found.addAll(page);
            after = page.getLast();
        }
        assertThat(found).doesNotHaveDuplicates();
        return found;
    }

    private List<ClientId> duePage(Instant now, @Nullable ClientId after) {
        return units().onPlatform(() -> credits().due(now, after, 3));
    }

    @Test // PLAN-4: the balance is the sum and never negative, under any interleaving
    void any_mix_of_debits_refunds_and_corrections_at_once_adds_up() throws InterruptedException, ExecutionException {
        Client client = client();
        book(client.id(), CreditEntryKind.ADJUST, -1_200, null);
        Random chance = new Random(17);
        List<LeadId> leads = Stream.generate(CreditsContract::lead).limit(40).toList();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            List<LeadId> some = leads.subList(chance.nextInt(20), 20 + chance.nextInt(20));
            calls.add(
                    switch (chance.nextInt(4)) {
                        case 0 -> () -> !consume(client.id(), some).isEmpty();
                        case 1 -> () -> !refund(client.id(), some).isEmpty();
                        case 2 -> () -> consume(client.id(), some.getFirst());
                        default -> () -> adjustWherePossible(client.id(), -7);
                    });
        }
        atOnce(calls);

        List<CreditEntry> entries = entries(client.id());
        assertThat(entries.stream().mapToInt(CreditEntry::amount).sum()).isEqualTo(balance(client.id()));
        assertThat(entries).extracting(CreditEntry::balanceAfter).allMatch(after -> after >= 0);
        assertThat(entries.stream().filter(entry -> entry.kind() == CreditEntryKind.CONSUME))
                .extracting(CreditEntry::lead)
                .doesNotHaveDuplicates();
        assertThat(units().onPlatform(credits()::drifts))
                .extracting(Credits.Drift::client)
                .doesNotContain(client.id());
    }

    private boolean adjustWherePossible(ClientId client, int amount) {
        try {
            book(client, CreditEntryKind.ADJUST, amount, null);
            return true;
        } catch (IllegalArgumentException tooMuch) {
            return false;
        }
    }

    private List<CreditEntry> entries(ClientId client) {
        return in(client, () -> credits().entries(client, null, 1_000));
    }

    private CreditAccount account(ClientId client) {
        return in(client, () -> credits().account(client)).orElseThrow();
    }

    private Set<LeadId> consume(ClientId client, List<LeadId> leads) {
        return in(client, () -> credits().consume(client, leads));
    }

    private Set<LeadId> refund(ClientId client, List<LeadId> leads) {
        return in(client, () -> credits().refund(client, leads, "for a test"));
    }

    private void begin(ClientId client, BillingPeriod period, CreditReset reset) {
        in(client, () -> {
            credits().beginPeriod(client, period, reset);
            return true;
        });
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
