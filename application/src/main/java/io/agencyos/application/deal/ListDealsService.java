package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads with the caller's own rights. */
final class ListDealsService implements ListDeals {

    private final DealPorts ports;
    private final UnitOfWork units;

    ListDealsService(DealPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    @Override
    public Page list(
            TenantScope scope,
            Deals.Filter filter,
            Deals.By by,
            boolean descending,
            Deals.@Nullable After after,
            int limit) {
        return units.inTenant(scope, () -> {
            List<Deal> found = ports.deals().list(scope.clientId(), filter, by, descending, after, limit + 1);
            boolean more = found.size() > limit;
            return page(scope.clientId(), more ? found.subList(0, limit) : found, more);
        });
    }

    @Override
    public Optional<Page> find(TenantScope scope, DealId id) {
        return units.inTenant(
                scope,
                () -> ports.deals()
                        .find(scope.clientId(), id)
                        .map(deal -> page(scope.clientId(), List.of(deal), false)));
    }

    private Page page(ClientId client, List<Deal> deals, boolean more) {
        return new Page(
                deals,
                Cards.of(
                        ports.leads(),
                        ports.campaigns(),
                        client,
                        deals.stream().map(Deal::leadId).toList()),
                more);
    }

    @Override
    public List<Deals.StageTotal> pipeline(TenantScope scope) {
        Map<DealStage, Deals.StageTotal> known =
                units.inTenant(scope, () -> ports.deals().pipeline(scope.clientId())).stream()
                        .collect(Collectors.toMap(Deals.StageTotal::stage, Function.identity()));
        return Arrays.stream(DealStage.values())
                .map(stage -> known.getOrDefault(stage, new Deals.StageTotal(stage, 0, 0, 0)))
                .toList();
    }
}
