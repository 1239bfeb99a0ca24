package io.agencyos.application.content;

import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Each step is a transaction of its own: between reserving and settling a model is called. */
public final class SpendOnModelsService implements SpendOnModels {

    private static final Duration STALE = Duration.ofMinutes(15);

    private final SpendLedger ledger;
    private final Clients clients;
    private final BudgetWatch watch;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public SpendOnModelsService(SpendingPorts on, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ledger = on.ledger();
        this.clients = on.clients();
        this.watch = new BudgetWatch(on);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome reserve(ClientId client, AiTask task, String item, String model, AiCost estimate) {
        return units.onPlatform(() -> clients.find(client)
                .map(found -> asked(found, call(found, task, item, model, estimate)))
                .orElseGet(Outcome.NotFound::new));
    }

    private Outcome asked(Client client, SpendLedger.Call call) {
        SpendLedger.Answer answer = ledger.reserve(call);
        watch.look(client, call, answer);
        return told(call, answer);
    }

    private SpendLedger.Call call(Client client, AiTask task, String item, String model, AiCost estimate) {
        Instant now = clock.now();
        return new SpendLedger.Call(
                ids.next(),
                client.id(),
                task,
                item,
                model,
                estimate,
                LocalDate.ofInstant(now, client.timezone()),
                BillingPeriod.dayOf(now),
                watch.capOf(client.id()),
                ledger.platformCap(),
                now);
    }

    private static Outcome told(SpendLedger.Call call, SpendLedger.Answer answer) {
        return switch (answer) {
            case SpendLedger.Answer.Reserved reserved -> new Outcome.Granted(call.id());
            case SpendLedger.Answer.PlatformExhausted(AiBudget budget) -> refused(Limit.PLATFORM, budget);
            case SpendLedger.Answer.ClientExhausted(AiBudget budget) -> refused(Limit.CLIENT, budget);
            case SpendLedger.Answer.ItemExhausted(AiCost spent, AiCost cap) ->
                new Outcome.Refused(Limit.ITEM, spent, cap);
        };
    }

    private static Outcome refused(Limit limit, AiBudget budget) {
        return new Outcome.Refused(limit, budget.committed(), budget.cap());
    }

    @Override
    public void settle(UUID call, AiCost actual, SpendLedger.Note note) {
        units.onPlatform(() -> ledger.settle(call, actual, note));
    }

    @Override
    public void release(UUID call, SpendLedger.Note note) {
        units.onPlatform(() -> ledger.release(call, note));
    }

    @Override
    public int settleStale() {
        return units.onPlatform(() -> {
            Instant now = clock.now();
            int settled = ledger.settleStale(now.minus(STALE));
            watch.closeWhatIsOver(now);
            return settled;
        });
    }
}
