package io.agencyos.adapters.out.memory.lead;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.privacy.PrivacyRequests;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people asked. */
public final class MemoryPrivacyRequests implements PrivacyRequests {

    private static final Comparator<PrivacyRequest> ASCENDING =
            comparing(PrivacyRequest::createdAt).thenComparing(ById.ascending(PrivacyRequest::id));

    private final MemoryTable<PrivacyRequestId, PrivacyRequest> requests;

    public MemoryPrivacyRequests(MemoryUnitOfWork units) {
        requests = MemoryTable.<PrivacyRequestId, PrivacyRequest>ofTenants(
                        "privacy_request", units, PrivacyRequest::clientId, PrivacyRequest::id)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER);
    }

    @Override
    public void insert(PrivacyRequest request) {
        requests.insert(request);
    }

    @Override
    public Optional<PrivacyRequest> find(ClientId client, PrivacyRequestId id) {
        return requests.find(id).filter(request -> request.clientId().equals(client));
    }

    @Override
    public PrivacyRequest update(PrivacyRequest request) {
        find(request.clientId(), request.id())
                .filter(stored -> stored.version() == request.version())
                .orElseThrow(() -> new ConcurrentUpdate("privacy request " + request.id()));
        PrivacyRequest next = request.atVersion(request.version() + 1);
        requests.put(next);
        return next;
    }

    @Override
    public void remove(ClientId client, PrivacyRequestId id) {
        find(client, id).ifPresent(request -> requests.remove(id));
    }

    @Override
    public List<PrivacyRequest> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        return requests.rows()
                .filter(request -> request.clientId().equals(client))
                .filter(request -> filter.kinds().isEmpty() || filter.kinds().contains(request.kind()))
                .filter(request ->
                        filter.statuses().isEmpty() || filter.statuses().contains(request.status()))
                .filter(request -> after == null || isBehind(request, after))
                .sorted(ASCENDING.reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(PrivacyRequest request, After after) {
        int order = request.createdAt().compareTo(after.createdAt());
        return order < 0
                || order == 0 && request.id().text().compareTo(after.id().text()) < 0;
    }
}
