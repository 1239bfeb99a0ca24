package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The service is asked between two short units of work. */
final class ManageSeatsService implements ManageSeats {

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;
    private final ClockPort clock;

    ManageSeatsService(SeatPorts ports, SeatNews news, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Standing> of(TenantScope scope) {
        return units.inTenant(
                scope.asWorker(), () -> standing(scope, ports.seats().ofClient(scope.clientId())));
    }

    private List<Standing> standing(TenantScope scope, List<Seat> seats) {
        Instant now = clock.now();
        Map<SeatId, SeatUsage.Used> used = ports.usage().invitations(scope.clientId(), seats, now);
        return seats.stream()
                .map(seat -> new Standing(seat, seat.limit(now), used.getOrDefault(seat.id(), SeatUsage.Used.NOTHING)))
                .toList();
    }

    @Override
    public Optional<Standing> find(TenantScope scope, SeatId id) {
        return of(scope).stream()
                .filter(standing -> standing.seat().id().equals(id))
                .findFirst();
    }

    @Override
    public Outcome refresh(TenantScope scope, SeatId id) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired(Role.MEMBER);
        }
        Optional<Seat> known =
                units.inTenant(scope.asWorker(), () -> ports.seats().find(scope.clientId(), id));
        if (known.isEmpty()) {
            return new Outcome.NotFound();
        }
        SeatAccount account = known.get().link().account();
        if (account == null || ports.linking().isEmpty()) {
            return done(scope, id);
        }
        return switch (ports.linking().get().state(scope.clientId(), account.ref())) {
            case Result.Ok<SeatSignal, VendorFailure>(SeatSignal signal) ->
                SeatNews.event(signal, account)
                        .map(event -> heard(scope, id, event))
                        .orElseGet(() -> done(scope, id));
            case Result.Err<SeatSignal, VendorFailure>(VendorFailure failure) -> new Outcome.VendorFailed(failure);
        };
    }

    private Outcome heard(TenantScope scope, SeatId id, SeatEvent event) {
        return onSeat(scope, id, seat -> {
            news.take(seat, event);
            return null;
        });
    }

    @Override
    public Outcome actFor(TenantScope scope, SeatId id, int version, @Nullable PersonaId persona, Origin origin) {
        if (!SeatNews.mayManage(scope)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        return onSeat(scope, id, seat -> {
            if (seat.version() != version) {
                throw new ConcurrentUpdate("seat " + id);
            }
            boolean known = persona == null
                    || ports.clients().personas(scope.clientId()).stream()
                            .filter(Persona::isActive)
                            .anyMatch(one -> one.id().equals(persona));
            if (!known) {
                return new Outcome.PersonaUnknown();
            }
            ports.seats().update(seat.actingFor(persona));
            news.audit(scope, AuditAction.UPDATE, seat, origin);
            return null;
        });
    }

    @Override
    public Outcome disconnect(TenantScope scope, SeatId id, Origin origin) {
        if (!SeatNews.mayManage(scope)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        return onSeat(scope, id, seat -> {
            Seat gone = news.take(seat, new SeatEvent.Disconnected());
            if (!gone.equals(seat)) {
                ports.seats().owesRemoval(gone, gone.link().account() != null);
                news.audit(scope, AuditAction.DELETE, gone, origin);
            }
            return null;
        });
    }

    /** @param work answers a refusal, or null where it was done */
    private Outcome onSeat(TenantScope scope, SeatId id, Function<Seat, @Nullable Outcome> work) {
        Outcome refusal = units.<Optional<Outcome>>inTenant(
                        scope.asWorker(),
                        () -> ports.seats()
                                .find(scope.clientId(), id)
                                .map(seat -> Optional.ofNullable(work.apply(seat)))
                                .orElseGet(() -> Optional.of(new Outcome.NotFound())))
                .orElse(null);
        return refusal == null ? done(scope, id) : refusal;
    }

    private Outcome done(TenantScope scope, SeatId id) {
        return find(scope, id).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.NotFound::new);
    }

    @Override
    public List<SeatConnection> connections(
            TenantScope scope, SeatConnections.Filter filter, SeatConnections.@Nullable After after, int limit) {
        return units.inTenant(scope, () -> ports.connections().list(scope.clientId(), filter, after, limit));
    }
}
