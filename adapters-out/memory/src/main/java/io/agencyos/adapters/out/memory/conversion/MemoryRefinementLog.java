package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversion.refine.Refinement;
import io.agencyos.application.conversion.refine.RefinementLog;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.evolve.IcpRefinement;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log of refined searches; a result is there once a day. */
public final class MemoryRefinementLog implements RefinementLog {

    private static final String RESULT = "uq_icp_refinement_log_result";

    private final MemoryTable<UUID, Refinement> table;

    public MemoryRefinementLog(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, Refinement>ofTenants(
                        "icp_refinement_log", units, Refinement::clientId, Refinement::id)
                .unique(RESULT, MemoryRefinementLog::result)
                .writtenBy(Role.WORKER);
    }

    private static Object result(Refinement each) {
        return List.of(each.clientId(), each.day(), each.base(), each.refined());
    }

    @Override
    public void add(Refinement refinement) {
        if (table.findBy(RESULT, result(refinement)).isEmpty()) {
            table.insert(refinement);
        }
    }

    @Override
    public List<Refinement> list(ClientId client, @Nullable After after, int limit) {
        Comparator<Refinement> newest = Comparator.comparing(Refinement::appliedAt)
                .thenComparing(each -> each.id().toString())
                .reversed();
        return of(client).stream()
                .filter(each -> after == null || isBehind(each, after))
                .sorted(newest)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Refinement each, After after) {
        int byTime = each.appliedAt().compareTo(after.appliedAt());
        return byTime < 0
                || byTime == 0 && each.id().toString().compareTo(after.id().toString()) < 0;
    }

    @Override
    public Summary summary(ClientId client, Instant since) {
        List<Refinement> all = of(client);
        return new Summary(
                all.size(),
                all.stream().filter(each -> !each.appliedAt().isBefore(since)).count(),
                all.stream()
                        .map(Refinement::confidence)
                        .reduce(BigDecimal::add)
                        .map(sum -> sum.divide(BigDecimal.valueOf(all.size()), 4, RoundingMode.HALF_UP))
                        .orElse(null),
                all.stream()
                        .map(Refinement::appliedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                all.stream()
                        .flatMap(each -> each.changes().stream())
                        .map(IcpRefinement.Change::field)
                        .collect(Collectors.toSet()));
    }

    private List<Refinement> of(ClientId client) {
        return table.rows().filter(each -> each.clientId().equals(client)).toList();
    }
}
