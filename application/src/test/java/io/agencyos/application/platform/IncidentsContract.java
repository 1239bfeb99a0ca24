package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.KeepIncidents.Telling;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.platform.Incident.State;
import io.agencyos.domain.shared.IncidentId;
import io.agencyos.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What people outside are told, on every set of stores. Source: api 9.1, 9.17. */
public abstract class IncidentsContract {

    private static final UserId KIM = new UserId(new UUID(7, 4));

    private final AtomicReference<Instant> clock = new AtomicReference<>(Leadbook.MONDAY);

    protected abstract UnitOfWork units();

    protected abstract Incidents incidents();

    protected abstract Audit audit();

    private KeepIncidents keep() {
        return new KeepIncidents(incidents(), audit(), units(), clock::get, UUID::randomUUID);
    }

    private Incident opened(String component, State state) {
        clock.updateAndGet(at -> at.plusSeconds(60));
        return keep().open(KIM, component, state, " It is slow. ", Origin.NONE);
    }

    @Test // api 9.1: incidents of 90 days; 9.17: what GET /api/v1/public/status shows
    void an_incident_is_told_until_ninety_days_after_its_end() {
        Incident slow = opened("sending", State.DEGRADED);
        Incident dead = opened("calls", State.DOWN);
        assertThat(slow.text()).isEqualTo("It is slow.");
        assertThat(keep().list(null, 2)).containsExactly(dead, slow);
        assertThat(keep().list(new Incidents.After(dead.startedAt(), dead.id()), 1)).containsExactly(slow);

        Incident over = keep().tell(KIM, slow.id(), new Telling(null, "It was slow.", true), Origin.NONE)
                .orElseThrow();

        assertThat(over).isEqualTo(slow.told(State.DEGRADED, "It was slow.", clock.get()));
        clock.updateAndGet(at -> at.plus(Duration.ofDays(90)));
        assertThat(keep().told()).contains(dead, over);
        clock.updateAndGet(at -> at.plusMillis(1));
        assertThat(keep().told()).contains(dead).doesNotContain(over);
        assertThat(keep().tell(KIM, slow.id(), new Telling(State.DOWN, null, false), Origin.NONE))
                .contains(slow.told(State.DOWN, "It was slow.", null));
        assertThat(keep().told()).contains(dead).hasSizeGreaterThanOrEqualTo(2);
        assertThat(keep().tell(KIM, new IncidentId(UUID.randomUUID()), new Telling(null, null, true), Origin.NONE))
                .isEmpty();
        assertThat(units().onPlatform(() -> audit().newest(null, 50)))
                .filteredOn(entry -> slow.id().value().equals(entry.resourceId()))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(AuditAction.CREATE, AuditAction.UPDATE, AuditAction.UPDATE);
    }
}
