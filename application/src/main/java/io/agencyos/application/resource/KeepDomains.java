package io.agencyos.application.resource;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Staff watches sending domains, stops one and lets it go on. Source: api 9.17 email-health. */
@PrimaryPort
public final class KeepDomains {

    private final DomainBook book;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public KeepDomains(DomainBook book, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.book = book;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    public List<DomainBook.Row> list(DomainBook.Filter filter, DomainBook.@Nullable After after, int limit) {
        return units.readingPlatform(() -> book.page(filter, after, limit));
    }

    /** Empty where no client has such a domain. Stopped twice it is stopped once. */
    public Optional<DomainBook.Row> stop(UserId staff, ResourceId id, String reason, Origin origin) {
        return changed(staff, id, origin, row -> {
            if (row.stop() != null) {
                return null;
            }
            book.stop(id, new DomainBook.Stop(clock.now(), reason, staff));
            return new Change(null, reason);
        });
    }

    /** Empty where no client has such a domain. */
    public Optional<DomainBook.Row> goOn(UserId staff, ResourceId id, Origin origin) {
        return changed(staff, id, origin, row -> {
            if (row.stop() == null) {
                return null;
            }
            book.goOn(id);
            return new Change(row.stop().reason(), null);
        });
    }

    /** What is to be written of a change; null where nothing was. */
    private interface Order {
        @Nullable
        Change on(DomainBook.Row row);
    }

    private Optional<DomainBook.Row> changed(UserId staff, ResourceId id, Origin origin, Order order) {
        Optional<DomainBook.Row> found = units.readingPlatform(() -> book.find(id))
                .filter(row -> !row.clients().isEmpty());
        found.ifPresent(row -> {
            ClientId client = row.clients().getFirst();
            units.inTenant(new TenantScope(client, staff, Role.WORKER), () -> {
                Change change = order.on(row);
                if (change != null) {
                    write(staff, client, id, change, origin);
                }
            });
        });
        return found.flatMap(row -> units.readingPlatform(() -> book.find(id)));
    }

    private void write(UserId staff, ClientId client, ResourceId id, Change change, Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                client,
                Actor.user(staff.value()),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                "resource",
                id.value(),
                Map.of("stopped_reason", change),
                Map.of(),
                origin));
    }
}
