package io.agencyos.application.deal;

import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.shared.id.DealId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The deals of a client as every member sees them. Source: api 9.12. */
@PrimaryPort
public interface ListDeals {

    /** Some deals, whose they are, and whether more follow. */
    record Page(List<Deal> deals, Cards cards, boolean more) {
        public Page {
            deals = List.copyOf(deals);
        }
    }

    Page list(
            TenantScope scope,
            Deals.Filter filter,
            Deals.By by,
            boolean descending,
            Deals.@Nullable After after,
            int limit);

    /** One of them; empty where this tenant has none of this id. */
    Optional<Page> find(TenantScope scope, DealId id);

    /** What stands at each stage; a stage without deals counts zero. */
    List<Deals.StageTotal> pipeline(TenantScope scope);
}
