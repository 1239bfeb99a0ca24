package io.agencyos.application.platform;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.shared.IncidentId;
import io.agencyos.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Staff tells people outside what is wrong; everybody may read it. Source: api 9.1, 9.17. */
@PrimaryPort
public final class KeepIncidents {

    /** How long an incident that ended is still told. */
    public static final Duration TOLD = Duration.ofDays(90);

    private final Incidents incidents;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public KeepIncidents(Incidents incidents, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.incidents = incidents;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** What changes; null leaves it. */
    public record Telling(
            Incident.@Nullable State state,
            @Nullable String text,
            @Nullable Boolean over) {}

    public Incident open(UserId staff, String component, Incident.State state, String text, Origin origin) {
        Incident incident =
                new Incident(new IncidentId(ids.next()), component.strip(), state, text.strip(), clock.now(), null);
        return units.onPlatform(() -> {
            incidents.insert(incident);
            write(staff, AuditAction.CREATE, incident, new Change(null, state.wire()), origin);
            return incident;
        });
    }

    /** Empty where there is no such incident. One that is over may go on again. */
    public Optional<Incident> tell(UserId staff, IncidentId id, Telling telling, Origin origin) {
        return units.onPlatform(() -> incidents.findForUpdate(id).map(before -> {
            Incident after = before.told(
                    telling.state() == null ? before.state() : telling.state(),
                    telling.text() == null ? before.text() : telling.text().strip(),
                    end(before, telling.over()));
            incidents.update(after);
            Change change =
                    new Change(before.state().wire(), after.state().wire());
            write(staff, AuditAction.UPDATE, after, change, origin);
            return after;
        }));
    }

    private @Nullable Instant end(Incident before, @Nullable Boolean over) {
        if (over == null) {
            return before.endedAt();
        }
        if (!over) {
            return null;
        }
        return before.endedAt() == null ? clock.now() : before.endedAt();
    }

    public List<Incident> list(Incidents.@Nullable After after, int limit) {
        return units.readingPlatform(() -> incidents.page(after, limit));
    }

    /** What everybody may read: those that go on, and those that ended within {@link #TOLD}. */
    public List<Incident> told() {
        return units.readingPlatform(() -> incidents.since(clock.now().minus(TOLD)));
    }

    private void write(UserId staff, AuditAction action, Incident incident, Change state, Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                null,
                Actor.user(staff.value()),
                action,
                AuditEntry.Outcome.OK,
                "incident",
                incident.id().value(),
                Map.of("state", state),
                Map.of("component", incident.component()),
                origin));
    }
}
