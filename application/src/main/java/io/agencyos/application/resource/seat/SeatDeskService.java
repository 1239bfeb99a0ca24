package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Found by the platform, changed in the client's own unit of work. */
final class SeatDeskService implements SeatDesk {

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;

    SeatDeskService(SeatPorts ports, SeatNews news, UnitOfWork units) {
        this.ports = ports;
        this.news = news;
        this.units = units;
    }

    @Override
    public List<Seat> list(@Nullable ClientId client, @Nullable SeatId after, int limit) {
        return units.onPlatform(() -> ports.seats().ofAll(client, after, limit));
    }

    @Override
    public Outcome reEnable(UserId by, SeatId id, String reason, Origin origin) {
        Optional<ClientId> owner =
                units.onPlatform(() -> ports.seats().anywhere(id)).map(Seat::clientId);
        if (owner.isEmpty()) {
            return new Outcome.NotFound();
        }
        return units.inTenant(
                TenantScope.worker(owner.get()),
                () -> ports.seats()
                        .find(owner.get(), id)
                        .<Outcome>map(seat -> {
                            if (seat.state() != SeatState.RESTRICTED) {
                                return new Outcome.NotRestricted(seat);
                            }
                            Seat enabled = news.take(seat, new SeatEvent.ReEnabled());
                            news.audit(
                                    Actor.user(by.value()),
                                    AuditAction.UPDATE,
                                    enabled,
                                    Map.of("reason", reason),
                                    origin);
                            return new Outcome.Done(enabled);
                        })
                        .orElseGet(Outcome.NotFound::new));
    }
}
