package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One look over the pool for all the demands, then turns. */
final class AssignTogetherService implements AssignTogether {

    private final AssignPoolLeadsService pool;

    AssignTogetherService(AssignPoolLeadsService pool) {
        this.pool = pool;
    }

    @Override
    public List<Served> assign(List<Wish> wishes) {
        Map<Wish, AssignPoolLeads.Outcome> outcomes = new LinkedHashMap<>();
        List<Wish> opened = new ArrayList<>();
        List<AssignPoolLeadsService.Open> open = new ArrayList<>();
        for (Wish wish : wishes) {
            TenantScope worker = TenantScope.worker(wish.client());
            var request = new AssignPoolLeads.Request(wish.campaign(), wish.count(), wish.requestKey(), false);
            switch (pool.open(worker, request, wish.buffer())) {
                case Result.Err<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome>(var outcome) ->
                    outcomes.put(wish, outcome);
                case Result.Ok<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome>(var begun) -> {
                    opened.add(wish);
                    open.add(begun);
                }
            }
        }
        List<AssignPoolLeads.Outcome> done = pool.serve(open);
        for (int i = 0; i < opened.size(); i++) {
            outcomes.put(opened.get(i), done.get(i));
        }
        return wishes.stream()
                .map(wish -> new Served(wish, Objects.requireNonNull(outcomes.get(wish))))
                .toList();
    }
}
