package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.Approvals;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What waits for a person; a touch is offered once under each number. */
public final class MemoryApprovals implements Approvals {

    private final MemoryTable<ApprovalId, ApprovalItem> table;

    public MemoryApprovals(MemoryUnitOfWork units) {
        table = MemoryTable.<ApprovalId, ApprovalItem>ofTenants(
                        "approval_item", units, ApprovalItem::clientId, ApprovalItem::id)
                .stamped(item -> item.id().value())
                .unique("uq_approval_item_offer", item -> List.of(item.clientId(), item.touchId(), item.offerNo()));
    }

    @Override
    public void insertAll(Collection<ApprovalItem> items) {
        items.forEach(table::insert);
    }

    @Override
    public Optional<ApprovalItem> find(ClientId client, ApprovalId id) {
        return table.find(id).filter(item -> item.clientId().equals(client));
    }

    @Override
    public List<ApprovalItem> findAll(ClientId client, Collection<ApprovalId> ids) {
        return ids.stream().distinct().flatMap(id -> find(client, id).stream()).toList();
    }

    @Override
    public void updateAll(Collection<ApprovalItem> items) {
        for (ApprovalItem item : items) {
            table.find(item.id())
                    .filter(stored -> stored.version() == item.version())
                    .orElseThrow(() -> new ConcurrentUpdate("approval " + item.id()));
        }
        items.forEach(item -> table.put(withVersion(item, item.version() + 1)));
    }

    @Override
    public Map<TouchId, ApprovalItem> newest(ClientId client, Collection<TouchId> touches) {
        Set<TouchId> wanted = new HashSet<>(touches);
        return all(client)
                .filter(item -> wanted.contains(item.touchId()))
                .collect(Collectors.toMap(
                        ApprovalItem::touchId,
                        Function.identity(),
                        BinaryOperator.maxBy(comparing(ApprovalItem::offerNo))));
    }

    @Override
    public List<ApprovalItem> overdue(ClientId client, Instant now, int limit) {
        return all(client)
                .filter(item -> item.status() == ApprovalItem.Status.PENDING
                        && !item.expiresAt().isAfter(now))
                .sorted(comparing(ApprovalItem::expiresAt).thenComparing(ById.ascending(ApprovalItem::id)))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ApprovalItem> list(
            ClientId client, ApprovalItem.@Nullable Status status, @Nullable ApprovalId after, int limit) {
        return all(client)
                .filter(item -> status == null || item.status() == status)
                .filter(item -> after == null || item.id().text().compareTo(after.text()) > 0)
                .sorted(ById.ascending(ApprovalItem::id))
                .limit(limit)
                .toList();
    }

    private Stream<ApprovalItem> all(ClientId client) {
        return table.rows().filter(item -> item.clientId().equals(client));
    }

    private static ApprovalItem withVersion(ApprovalItem item, int version) {
        return new ApprovalItem(
                item.id(),
                item.clientId(),
                item.touchId(),
                item.leadId(),
                item.campaignId(),
                item.status(),
                item.offerNo(),
                item.createdAt(),
                item.expiresAt(),
                item.decidedBy(),
                item.decidedAt(),
                item.rejectionReason(),
                item.rejectionAction(),
                item.edited(),
                version);
    }
}
