package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.AuditFilter;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log; entries of the platform stand under the nil client. */
public final class MemoryAudit implements Audit {

    private static final ClientId NIL = new ClientId(new UUID(0, 0));

    private final MemoryTable<UUID, AuditEntry> table;

    public MemoryAudit(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, AuditEntry>ofTenants(
                        "audit_log", units, entry -> tenant(entry.clientId()), AuditEntry::id)
                .writtenBy(Role.VIEWER, Role.MEMBER, Role.ADMIN, Role.OWNER, Role.WORKER)
                .readBy(Role.ADMIN, Role.OWNER, Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public void append(AuditEntry entry) {
        table.insert(entry);
    }

    @Override
    public List<AuditEntry> newest(@Nullable ClientId client, int limit) {
        return table.rows()
                .filter(entry -> tenant(entry.clientId()).equals(tenant(client)))
                .sorted(Comparator.comparing(AuditEntry::at)
                        .thenComparing(entry -> entry.id().toString())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuditEntry> page(
            List<ClientId> clients, AuditFilter filter, Optional<AuditFilter.Place> after, int limit) {
        Comparator<AuditFilter.Place> order = Comparator.comparing(AuditFilter.Place::at)
                .thenComparing(place -> place.id().toString());
        return table.rows()
                .filter(entry -> clients.isEmpty() || clients.contains(tenant(entry.clientId())))
                .filter(filter::lets)
                .filter(entry -> after.isEmpty() || order.compare(place(entry), after.get()) < 0)
                .sorted(Comparator.comparing(MemoryAudit::place, order).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int removeOld(Instant now, AuditRetention retention, int most) {
        List<UUID> old = table.rows()
                .filter(entry -> entry.at()
                        .isBefore(
                                AuditRetention.isLongLived(entry) ? retention.oldestOfAll(now) : retention.oldest(now)))
                .map(AuditEntry::id)
                .limit(most)
                .toList();
        old.forEach(table::remove);
        return old.size();
    }

    private static AuditFilter.Place place(AuditEntry entry) {
        return new AuditFilter.Place(entry.at(), entry.id());
    }

    private static ClientId tenant(@Nullable ClientId client) {
        return client == null ? NIL : client;
    }
}
