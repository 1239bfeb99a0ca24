package io.agencyos.application.platform;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Staff reads alerts and says that it has seen one; that silences it, and closes nothing. Source: api 9.17. */
@PrimaryPort
public final class KeepAlerts {

    private final AlertBook book;
    private final Consumer<AuditEntry> audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public KeepAlerts(AlertBook book, Consumer<AuditEntry> audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.book = book;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    public List<AlertBook.Listed> list(AlertBook.Filter filter, AlertBook.@Nullable After after, int limit) {
        return units.readingPlatform(() -> book.page(filter, after, limit));
    }

    /** Empty where there is no such alert. */
    public Optional<AlertBook.Listed> acknowledge(UserId staff, UUID id, Origin origin) {
        return units.onPlatform(() -> {
            Optional<AlertBook.Listed> seen = book.acknowledge(id, staff, clock.now());
            seen.ifPresent(alert -> audit.accept(new AuditEntry(
                    ids.next(),
                    clock.now(),
                    alert.alert().clientId(),
                    Actor.user(staff.value()),
                    AuditAction.UPDATE,
                    AuditEntry.Outcome.OK,
                    "alert",
                    id,
                    Map.of(),
                    Map.of("fingerprint", alert.alert().fingerprint()),
                    origin)));
            return seen;
        });
    }
}
