package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The queue of touches that wait for a person. Needs an open unit of work of the tenant. Source: outreach 1.4. */
@SecondaryPort
public interface Approvals {

    void insertAll(Collection<ApprovalItem> items);

    Optional<ApprovalItem> find(ClientId client, ApprovalId id);

    /** Those of these that exist, in no particular order. */
    List<ApprovalItem> findAll(ClientId client, Collection<ApprovalId> ids);

    /** Writes them where their version is unchanged, else {@code ConcurrentUpdate} for all. */
    void updateAll(Collection<ApprovalItem> items);

    /** The newest item of each touch that has one. */
    Map<TouchId, ApprovalItem> newest(ClientId client, Collection<TouchId> touches);

    /** Pending items that nobody decided in time, oldest first. */
    List<ApprovalItem> overdue(ClientId client, Instant now, int limit);

    /** Items of this status, or of all, by ascending id from beyond {@code after}. */
    List<ApprovalItem> list(
            ClientId client, ApprovalItem.@Nullable Status status, @Nullable ApprovalId after, int limit);
}
