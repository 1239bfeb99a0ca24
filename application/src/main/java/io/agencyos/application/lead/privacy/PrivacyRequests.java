package io.agencyos.application.lead.privacy;

import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What people asked. Needs an open unit of work of the client; written by owners, admins and the worker. */
@SecondaryPort
public interface PrivacyRequests {

    /** @param kinds and statuses: empty for all */
    record Filter(Set<PrivacyRequest.Kind> kinds, Set<PrivacyRequest.Status> statuses) {

        public static final Filter NONE = new Filter(Set.of(), Set.of());
    }

    /** Where a page ended. */
    record After(Instant createdAt, PrivacyRequestId id) {}

    void insert(PrivacyRequest request);

    Optional<PrivacyRequest> find(ClientId client, PrivacyRequestId id);

    /** Writes it where its version is unchanged, else {@code ConcurrentUpdate}; answers the next version. */
    PrivacyRequest update(PrivacyRequest request);

    /** Takes away what was never begun. */
    void remove(ClientId client, PrivacyRequestId id);

    /** Newest first. */
    List<PrivacyRequest> list(ClientId client, Filter filter, @Nullable After after, int limit);
}
