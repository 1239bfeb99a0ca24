package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests by id. */
public final class MemoryRescoreRequests implements RescoreRequests {

    private static final Comparator<RescoreRequest> LONGEST_DUE = Comparator.comparing(RescoreRequest::dueAt)
            .thenComparing(request -> request.id().toString());

    private final MemoryTable<UUID, RescoreRequest> table;

    public MemoryRescoreRequests(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, RescoreRequest>ofTenants(
                        "rescore_request", units, RescoreRequest::clientId, RescoreRequest::id)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public void add(Collection<RescoreRequest> requests) {
        requests.stream()
                .filter(request -> table.rows().noneMatch(standing -> covers(standing, request)))
                .forEach(table::insert);
    }

    private static boolean covers(RescoreRequest standing, RescoreRequest request) {
        return standing.clientId().equals(request.clientId())
                && standing.cause() == request.cause()
                && standing.target().equals(request.target())
                && standing.after() == null
                && !standing.dueAt().isAfter(request.dueAt());
    }

    @Override
    public Optional<RescoreRequest> takeDue(ClientId client, Instant now) {
        return table.rows()
                .filter(request ->
                        request.clientId().equals(client) && !request.dueAt().isAfter(now))
                .min(LONGEST_DUE);
    }

    @Override
    public List<ClientId> clientsDue(Instant now) {
        return table.rows()
                .filter(request -> !request.dueAt().isAfter(now))
                .map(RescoreRequest::clientId)
                .distinct()
                .sorted(Comparator.comparing(ClientId::text))
                .toList();
    }

    @Override
    public void advance(RescoreRequest request) {
        table.put(request);
    }

    @Override
    public void remove(RescoreRequest request) {
        table.remove(request.id());
    }
}
