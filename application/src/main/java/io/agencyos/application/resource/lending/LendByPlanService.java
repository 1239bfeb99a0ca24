package io.agencyos.application.resource.lending;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One unit of work per client, under the client's row, so that two rounds never lend twice. */
final class LendByPlanService implements LendByPlan {

    private static final String KIND = "resource_shortfall:";

    private final LendingPorts ports;
    private final LendingNews news;
    private final UnitOfWork units;
    private final ClockPort clock;

    LendByPlanService(LendingPorts ports, LendingNews news, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<ClientId> due() {
        return units.onPlatform(() -> ports.resources().unsettled());
    }

    @Override
    public Round settle(ClientId client) {
        return units.inTenant(TenantScope.worker(client), () -> {
            boolean live = ports.clients().findForUpdate(client).isPresent();
            return ports.clients()
                    .subscription(client)
                    .filter(booked -> live)
                    .map(booked -> settle(client, booked))
                    .orElseGet(() -> new Round(0, 0, Map.of()));
        });
    }

    /** What is paused or past due keeps what it has and gets nothing; a trial has nothing. */
    private Round settle(ClientId client, Subscription booked) {
        return switch (booked.status()) {
            case ACTIVE -> toPlan(client, booked.plan().terms().resources());
            case CANCELLED -> new Round(0, everything(client), Map.of());
            case TRIALING, PAST_DUE, PAUSED -> new Round(0, 0, Map.of());
        };
    }

    private Round toPlan(ClientId client, Plan.Resources plan) {
        Map<ResourceKind, Integer> wanted = new EnumMap<>(ResourceKind.class);
        wanted.put(ResourceKind.EMAIL_DOMAIN, plan.emailDomains());
        wanted.put(ResourceKind.PHONE_NUMBER, plan.phoneNumbers());
        Instant now = clock.now();
        List<Holding> had = ports.resources().of(client);
        Map<ResourceKind, Integer> absent = new EnumMap<>(ResourceKind.class);
        int lent = 0;
        int returned = 0;
        for (Map.Entry<ResourceKind, Integer> entry : wanted.entrySet()) {
            ResourceKind kind = entry.getKey();
            int missing = Holding.missing(had, kind, entry.getValue());
            List<LentResource> taken =
                    missing == 0 ? List.of() : ports.resources().take(client, kind, missing, now);
            taken.forEach(one -> news.lent(client, one));
            lent += taken.size();
            if (taken.size() < missing) {
                absent.put(kind, missing - taken.size());
            }
            returned += giveBack(client, ids(Holding.surplus(had, kind, entry.getValue())), now);
        }
        tell(client, absent);
        return new Round(lent, returned, absent);
    }

    private int everything(ClientId client) {
        List<ResourceId> lent = ports.resources().of(client).stream()
                .filter(Holding::lent)
                .filter(one -> one.resource().kind() != ResourceKind.MAILBOX)
                .map(one -> one.resource().id())
                .toList();
        tell(client, Map.of());
        return giveBack(client, lent, clock.now());
    }

    private int giveBack(ClientId client, List<ResourceId> ids, Instant now) {
        List<LentResource> back =
                ids.isEmpty() ? List.of() : ports.resources().giveBack(client, ids, now.plus(LentResource.HOLD), now);
        back.forEach(one -> news.returned(client, one));
        return back.size();
    }

    private static List<ResourceId> ids(List<Holding> holdings) {
        return holdings.stream().map(one -> one.resource().id()).toList();
    }

    private void tell(ClientId client, Map<ResourceKind, Integer> shortfall) {
        List<String> open = new ArrayList<>();
        shortfall.forEach((kind, count) -> {
            String fingerprint = KIND + client.text() + ":" + kind.wire();
            open.add(fingerprint);
            ports.alerts()
                    .raise(Alert.of(
                            fingerprint,
                            Alert.Severity.WARNING,
                            KIND + client.text(),
                            client,
                            "A client has paid for senders that are not in stock.",
                            Map.of("kind", kind.wire(), "missing", count.toString()),
                            clock.now()));
        });
        ports.alerts().resolveOthers(KIND + client.text(), open, clock.now());
    }
}
