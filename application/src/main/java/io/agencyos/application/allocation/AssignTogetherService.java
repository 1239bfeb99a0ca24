package io.agencyos.application.allocation;

import io.agencyos.application.shared.SideBySide;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** One look over the pool for all the demands, then turns; each client's demands begin in their order. */
final class AssignTogetherService implements AssignTogether {

    private final AssignPoolLeadsService pool;
    private final SideBySide sideBySide = new SideBySide();

    AssignTogetherService(AssignPoolLeadsService pool) {
        this.pool = pool;
    }

    @Override
    public List<Served> assign(List<Wish> wishes) {
        Map<ClientId, List<Wish>> byClient = new LinkedHashMap<>();
        wishes.forEach(wish -> byClient.computeIfAbsent(wish.client(), client -> new ArrayList<>())
                .add(wish));
        Map<Wish, Result<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome>> begun = new ConcurrentHashMap<>();
        sideBySide.run(byClient.values(), own -> own.forEach(wish -> begun.computeIfAbsent(wish, this::open)));
        Map<Wish, AssignPoolLeads.Outcome> outcomes = new LinkedHashMap<>();
        List<Wish> opened = new ArrayList<>();
        List<AssignPoolLeadsService.Open> open = new ArrayList<>();
        for (Wish wish : new LinkedHashSet<>(wishes)) {
            switch (Objects.requireNonNull(begun.get(wish))) {
                case Result.Err<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome>(var outcome) ->
                    outcomes.put(wish, outcome);
                case Result.Ok<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome>(var begins) -> {
                    opened.add(wish);
                    open.add(begins);
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

    private Result<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome> open(Wish wish) {
        var request = new AssignPoolLeads.Request(wish.campaign(), wish.count(), wish.requestKey(), false);
        return pool.open(TenantScope.worker(wish.client()), request, wish.buffer());
    }
}
