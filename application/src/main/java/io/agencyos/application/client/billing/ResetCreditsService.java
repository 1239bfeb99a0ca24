package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditGrace;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each client in a transaction of its own; whether it is still due is read again under its lock. */
final class ResetCreditsService implements ResetCredits {

    private final BillingPorts ports;
    private final Periods periods;
    private final UnitOfWork units;
    private final ClockPort clock;

    ResetCreditsService(BillingPorts ports, Periods periods, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.periods = periods;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<ClientId> due(Instant now, @Nullable ClientId after, int limit) {
        return ports.credits().due(now, after, limit);
    }

    @Override
    public Outcome reset(ClientId client) {
        return units.inTenant(TenantScope.worker(client), () -> resetInside(client));
    }

    private Outcome resetInside(ClientId client) {
        boolean gone = ports.clients().findForShare(client).isEmpty();
        ports.credits().lock(client);
        Optional<CreditAccount> account = ports.credits().account(client);
        Optional<Subscription> subscription = ports.clients()
                .subscription(client)
                .filter(booked -> booked.status().isRunning());
        if (gone || account.isEmpty() || subscription.isEmpty()) {
            return new Outcome.NotDue();
        }
        return on(subscription.get(), account.get());
    }

    private Outcome on(Subscription subscription, CreditAccount account) {
        Instant due = account.nextReset();
        if (due == null) {
            Instant end = subscription.period().endsAt();
            ports.credits().schedule(account.clientId(), end);
            return new Outcome.Scheduled(end);
        }
        if (due.isAfter(clock.now()) || !periods.isDue(subscription, account)) {
            return afterGrace(account);
        }
        return periods.begin(subscription, account);
    }

    private Outcome afterGrace(CreditAccount account) {
        Optional<CreditGrace> over = ports.credits()
                .grace(account.clientId())
                .filter(grace -> !grace.until().isAfter(clock.now()));
        if (over.isEmpty()) {
            return new Outcome.NotDue();
        }
        int left = over.get().left(ports.credits().consumed(account.clientId()), account.balance());
        ports.credits().endGrace(account.clientId(), left);
        return new Outcome.GraceOver(left);
    }
}
