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
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Staff tells what does not work, and everybody may ask. Source: api 9.1, 9.17. */
public final class KeepIncidents {

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

    /** Begins to tell of one that began just now. */
    public Incident open(UserId by, String component, Incident.State state, String text, Origin origin) {
        Incident incident = new Incident(ids.next(), component, state, text, clock.now(), null, 0);
        return units.onPlatform(() -> {
            incidents.insert(incident);
            audited(by, AuditAction.CREATE, incident, Map.of("state", new Change(null, state.wire())), origin);
            return incident;
        });
    }

    /** Tells of it otherwise; empty where there is none. */
    public Optional<Incident> change(UserId by, UUID id, UnaryOperator<Incident> telling, Origin origin) {
        return units.onPlatform(() -> incidents.find(id).map(before -> {
            Incident after = incidents.update(telling.apply(before));
            audited(
                    by,
                    AuditAction.UPDATE,
                    after,
                    Map.of(
                            "state",
                            new Change(before.state().wire(), after.state().wire())),
                    origin);
            return after;
        }));
    }

    public List<Incident> list(Incidents.@Nullable After after, int limit) {
        return units.readingPlatform(() -> incidents.list(after, limit));
    }

    /** What everybody is told. */
    public List<Incident> told() {
        return units.readingPlatform(() -> incidents.since(clock.now().minus(Incident.SHOWN)));
    }

    private void audited(UserId by, AuditAction action, Incident incident, Map<String, Change> changes, Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                null,
                Actor.user(by.value()),
                action,
                AuditEntry.Outcome.OK,
                "incident",
                incident.id(),
                changes,
                Map.of(),
                origin));
    }
}
