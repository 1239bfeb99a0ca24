package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.resource.seat.SeatUsage;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks how many invitations of today the owners of a client's accounts sent by hand, so that ours do not come on top of them.
 * A service that does not answer is asked again later; until then the days before stand for today. Source: scoring RES-8,
 * TIME-5.
 */
@PrimaryPort
public final class CountHandWork {

    private final LinkedInPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    public CountHandWork(LinkedInPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    /** How many seats were looked at. Never call it inside a unit of work. */
    public int look(ClientId client) {
        Optional<LinkedInLines.Line> line = ports.lines().of(client);
        if (line.isEmpty()) {
            return 0;
        }
        TenantScope worker = TenantScope.worker(client);
        int looked = 0;
        for (Seat seat : units.inTenant(worker, () -> ports.seats().ofClient(client))) {
            Optional<Integer> sent = sentToday(line.get().acts(), seat);
            sent.ifPresent(count -> units.inTenant(worker, () -> note(seat.id(), client, count)));
            looked += sent.isPresent() ? 1 : 0;
        }
        return looked;
    }

    private Optional<Integer> sentToday(LinkedInOutreach acts, Seat seat) {
        Instant now = clock.now();
        LocalDate today = LocalDate.ofInstant(now, seat.zone());
        if (seat.limit(now) == 0 || seat.link().account() == null) {
            return Optional.empty();
        }
        return acts.pendingInvitations(seat.clientId(), seat.link().account().ref())
                .toOptional()
                .map(waiting -> Math.toIntExact(waiting.stream()
                        .map(LinkedInOutreach.Invitation::sentAt)
                        .filter(at -> at != null
                                && LocalDate.ofInstant(at, seat.zone()).equals(today))
                        .count()));
    }

    /** Together with what our own counter says at that moment. */
    private Optional<Seat> note(SeatId id, ClientId client, int reported) {
        Instant now = clock.now();
        return ports.seats()
                .find(client, id)
                .filter(seat -> seat.state().mayAct())
                .map(seat -> {
                    int ours = ports.usage()
                            .invitations(client, List.of(seat), now)
                            .getOrDefault(id, SeatUsage.Used.NOTHING)
                            .today();
                    return ports.seats().update(seat.handled(LocalDate.ofInstant(now, seat.zone()), reported, ours));
                });
    }
}
