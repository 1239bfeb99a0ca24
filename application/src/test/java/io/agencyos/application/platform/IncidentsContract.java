package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.platform.Incident.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What staff tells of the platform's state, on stores of any kind. Source: api 9.1. */
public abstract class IncidentsContract {

    private static final Instant NOW = Leadbook.MONDAY;

    protected abstract UnitOfWork units();

    protected abstract Incidents incidents();

    private <T> T on(Supplier<T> work) {
        return units().onPlatform(work);
    }

    private Incident began(Duration ago) {
        Incident incident =
                new Incident(UUID.randomUUID(), "email", State.DEGRADED, "E-mails are late.", NOW.minus(ago), null, 0);
        units().onPlatform(() -> incidents().insert(incident));
        return incident;
    }

    @Test // incidents of 90 days; those that go on however old they are
    void incidents_are_told_while_they_go_on_and_for_a_time_after() {
        Incident old = began(Duration.ofDays(200));
        Incident over = began(Duration.ofDays(2));
        Incident ended = on(() -> incidents().update(over.told(State.DOWN, "It was worse.", NOW)));

        assertThat(ended.version()).isEqualTo(1);
        assertThat(on(() -> incidents().find(over.id()))).contains(ended);
        Set<UUID> own = Set.of(old.id(), over.id());
        assertThat(on(() -> incidents().since(NOW.minusSeconds(1))))
                .filteredOn(incident -> own.contains(incident.id()))
                .containsExactly(ended, old);
        assertThat(on(() -> incidents().since(NOW)))
                .filteredOn(incident -> own.contains(incident.id()))
                .containsExactly(old);
        assertThat(on(() -> incidents().list(null, 100)))
                .filteredOn(incident -> own.contains(incident.id()))
                .containsExactly(ended, old);
        assertThat(on(() -> incidents().list(new Incidents.After(ended.startedAt(), ended.id()), 1)))
                .containsExactly(old);
    }

    @Test
    void of_two_changes_at_once_one_is_refused() {
        Incident incident = began(Duration.ZERO);
        on(() -> incidents().update(incident.told(State.DOWN, "It got worse.", null)));

        assertThatThrownBy(() -> on(() -> incidents().update(incident.told(State.OPERATIONAL, "Fine.", NOW))))
                .isInstanceOf(ConcurrentUpdate.class);
    }
}
