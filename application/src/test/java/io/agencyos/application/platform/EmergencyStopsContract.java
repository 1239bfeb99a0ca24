package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.PullEmergencyStop.Order;
import io.agencyos.application.platform.PullEmergencyStop.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.platform.EmergencyStop.Scope;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The platform's kill switches: one row each that every send reads, and two admins to release one. Source: api 9.17. */
public abstract class EmergencyStopsContract {

    private static final UserId ANA = new UserId(new UUID(7, 1));
    private static final UserId BEN = new UserId(new UUID(7, 2));

    protected abstract UnitOfWork units();

    protected abstract EmergencyStops stops();

    protected abstract Audit audit();

    private PullEmergencyStop desk(int admins) {
        return new PullEmergencyStopService(
                stops(), Set.of("salesforge"), () -> admins, audit(), units(), () -> Leadbook.MONDAY, UUID::randomUUID);
    }

    private static EmergencyStop on(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.On.class);
        return ((Outcome.On) outcome).stop();
    }

    @Test // api 9.17: repeating answers the same stop; it is audited once
    void the_same_stop_asked_for_again_is_the_same_stop() {
        EmergencyStop first = on(desk(2).stop(ANA, new Order(Scope.CHANNEL, "sms", " complaints "), Origin.NONE));
        EmergencyStop again = on(desk(2).stop(BEN, new Order(Scope.CHANNEL, "sms", "other"), Origin.NONE));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(first.reason()).isEqualTo("complaints");
        assertThat(desk(2).list()).hasSize(1);
        assertThat(told()).hasSize(1);
        // a worker of any client reads it
        TenantScope anybody = TenantScope.worker(new ClientId(UUID.randomUUID()));
        assertThat(units().inTenant(anybody, () -> stops().on()))
                .extracting(EmergencyStop::value)
                .containsExactly("sms");
    }

    @Test // web danger zone, outreach 19.12: a second admin confirms where there is more than one
    void of_several_admins_it_takes_two_to_release() {
        EmergencyStop stop = on(desk(2).stop(ANA, new Order(Scope.PLATFORM, null, "a breach"), Origin.NONE));

        assertThat(desk(2).release(ANA, stop.id(), Origin.NONE)).isInstanceOf(Outcome.Waits.class);
        assertThat(desk(2).release(ANA, stop.id(), Origin.NONE)).isInstanceOf(Outcome.Waits.class);
        assertThat(units().onPlatform(() -> stops().on())).hasSize(1);
        assertThat(desk(2).release(BEN, stop.id(), Origin.NONE)).isInstanceOf(Outcome.Off.class);
        assertThat(units().onPlatform(() -> stops().on())).isEmpty();
        assertThat(desk(2).release(BEN, stop.id(), Origin.NONE)).isInstanceOf(Outcome.Off.class);
        assertThat(told()).as("set, asked for, released").hasSize(3);
        on(desk(2).stop(ANA, new Order(Scope.PLATFORM, null, "again"), Origin.NONE));
        assertThat(desk(2).list()).hasSize(2);
    }

    @Test // api 9.17: the only admin releases at once
    void the_only_admin_releases_at_once() {
        EmergencyStop stop = on(desk(1).stop(ANA, new Order(Scope.VENDOR, "salesforge", "down"), Origin.NONE));

        assertThat(desk(1).release(ANA, stop.id(), Origin.NONE)).isInstanceOf(Outcome.Off.class);
        assertThat(desk(1).release(ANA, new EmergencyStopId(UUID.randomUUID()), Origin.NONE))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void what_cannot_be_stopped_is_refused_by_its_field() {
        PullEmergencyStop desk = desk(1);
        assertThat(desk.stop(ANA, new Order(Scope.PLATFORM, "sms", "why"), Origin.NONE))
                .isEqualTo(new Outcome.Invalid(true, false));
        assertThat(desk.stop(ANA, new Order(Scope.CHANNEL, "pigeon", "why"), Origin.NONE))
                .isEqualTo(new Outcome.Invalid(true, false));
        assertThat(desk.stop(ANA, new Order(Scope.VENDOR, null, "why"), Origin.NONE))
                .isEqualTo(new Outcome.Invalid(true, false));
        assertThat(desk.stop(ANA, new Order(Scope.CHANNEL, "sms", "  "), Origin.NONE))
                .isEqualTo(new Outcome.Invalid(false, true));
        assertThat(desk.list()).isEmpty();
    }

    @Test
    void two_who_stop_the_same_thing_at_once_get_one_stop() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<EmergencyStopId> pull =
                    () -> on(desk(2).stop(ANA, new Order(Scope.CHANNEL, "email", "at once"), Origin.NONE))
                            .id();
            List<Future<EmergencyStopId>> pulled = threads.invokeAll(List.of(pull, pull, pull, pull));

            for (Future<EmergencyStopId> one : pulled) {
                assertThat(one.get()).isEqualTo(pulled.getFirst().get());
            }
        }
        assertThat(desk(2).list()).hasSize(1);
    }

    private List<AuditEntry> told() {
        return units().onPlatform(() -> audit().newest(null, 50)).stream()
                .filter(entry -> entry.resourceType().equals("emergency_stop"))
                .toList();
    }
}
