package io.agencyos.application.content;

import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.BillingPeriod;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Plan;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Each step is a transaction of its own: between reserving and settling a model is called. */
public final class SpendOnModelsService implements SpendOnModels {

    private static final Duration STALE = Duration.ofMinutes(15);

    private final SpendLedger ledger;
    private final Clients clients;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public SpendOnModelsService(SpendLedger ledger, Clients clients, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ledger = ledger;
        this.clients = clients;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome reserve(ClientId client, AiTask task, String item, AiCost estimate) {
        return units.onPlatform(() -> clients.find(client)
                .map(found -> answer(call(found, task, item, estimate)))
                .orElseGet(Outcome.NotFound::new));
    }

    private SpendLedger.Call call(Client client, AiTask task, String item, AiCost estimate) {
        Instant now = clock.now();
        Plan plan = clients.subscription(client.id()).map(Subscription::plan).orElse(Plan.IGNITION);
        return new SpendLedger.Call(
                ids.next(),
                client.id(),
                task,
                item,
                estimate,
                LocalDate.ofInstant(now, client.timezone()),
                BillingPeriod.dayOf(now),
                AiCost.of(plan.terms().aiBudgetPerDay()),
                ledger.platformCap(),
                now);
    }

    private Outcome answer(SpendLedger.Call call) {
        return switch (ledger.reserve(call)) {
            case SpendLedger.Answer.Reserved reserved -> new Outcome.Granted(call.id());
            case SpendLedger.Answer.PlatformExhausted(AiBudget budget) -> refused(Limit.PLATFORM, budget);
            case SpendLedger.Answer.ClientExhausted(AiBudget budget) -> refused(Limit.CLIENT, budget);
            case SpendLedger.Answer.ItemExhausted(AiCost spent, AiCost cap) ->
                new Outcome.Refused(Limit.ITEM, spent, cap);
        };
    }

    private static Outcome refused(Limit limit, AiBudget budget) {
        return new Outcome.Refused(limit, budget.reserved().plus(budget.spent()), budget.cap());
    }

    @Override
    public void settle(UUID call, AiCost actual) {
        units.onPlatform(() -> ledger.settle(call, actual));
    }

    @Override
    public void release(UUID call) {
        units.onPlatform(() -> ledger.release(call));
    }

    @Override
    public int settleStale() {
        return units.onPlatform(() -> ledger.settleStale(clock.now().minus(STALE)));
    }
}
