package io.agencyos.adapters.out.memory.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The ledger under any sequence of what may happen to it. Source: scoring PLAN-4, PLAN-5, B16. */
class LedgerPropertyTest {

    private static final int STEPS = 6;

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final TimeOrderedIds ids = new TimeOrderedIds(() -> Leadbook.MONDAY, new TestChance(3));
    private final MemoryCredits credits = new MemoryCredits(units, ids, () -> Leadbook.MONDAY, clients);

    @Property(tries = 200) // PLAN-4: the balance is the cached sum and never negative
    void the_balance_is_always_the_sum_and_never_negative(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 119) Integer> steps) {
        ClientId client = client();
        for (int step : steps) {
            units.inTenant(TenantScope.worker(client), () -> act(client, step % STEPS, step / STEPS));
            List<CreditEntry> entries =
                    units.inTenant(TenantScope.worker(client), () -> credits.entries(client, null, 500));
            int balance = units.inTenant(TenantScope.worker(client), () -> credits.balance(client));
            assertThat(balance).isNotNegative();
            assertThat(entries.stream().mapToInt(CreditEntry::amount).sum()).isEqualTo(balance);
            assertThat(entries.getFirst().balanceAfter()).isEqualTo(balance);
            for (int i = 1; i < entries.size(); i++) {
                assertThat(entries.get(i).balanceAfter() + entries.get(i - 1).amount())
                        .isEqualTo(entries.get(i - 1).balanceAfter());
            }
        }
        assertThat(units.onPlatform(credits::drifts)).isEmpty();
    }

    private void act(ClientId client, int what, int which) {
        CreditAccount account = credits.account(client).orElseThrow();
        LeadId lead = new LeadId(new UUID(7, which));
        switch (what) {
            case 0 -> credits.consume(client, lead);
            case 1 -> credits.consume(client, List.of(lead, new LeadId(new UUID(8, which))));
            case 2 -> credits.refund(client, List.of(lead), "for a test");
            case 3 -> {
                int taken = Math.min(account.balance(), 100 * which);
                if (taken > 0) {
                    credits.book(client, CreditEntryKind.ADJUST, -taken, null, "for a test");
                }
            }
            case 4 -> credits.book(client, CreditEntryKind.UPGRADE, 1 + which, null, "for a test");
            default -> {
                BillingPeriod next = new BillingPeriod(
                        account.period().plusMonths(1), account.period().plusMonths(2));
                int quota = Plan.values()[which % 3].terms().leadsPerMonth();
                credits.beginPeriod(client, next, CreditReset.of(account.balance(), account.quota(), quota));
            }
        }
    }

    private ClientId client() {
        OpenClient.Outcome outcome = new ClientUseCases(clients, credits, units, () -> Leadbook.MONDAY, ids)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened opened) {
            return opened.client().id();
        }
        throw new AssertionError(outcome);
    }
}
