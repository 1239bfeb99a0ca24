package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seats, and whether the service still holds their accounts. */
public final class MemorySeats implements Seats {

    private record Row(Seat seat, boolean owesRemoval) {

        ClientId client() {
            return seat.clientId();
        }

        SeatId id() {
            return seat.id();
        }

        @Nullable
        Object account() {
            return seat.link().account() == null
                    ? null
                    : List.of(seat.clientId(), seat.link().account().ref());
        }
    }

    private final MemoryTable<SeatId, Row> table;

    public MemorySeats(MemoryUnitOfWork units) {
        table = MemoryTable.<SeatId, Row>ofTenants("linkedin_seat", units, Row::client, Row::id)
                .stamped(row -> row.id().value())
                .unique("uq_linkedin_seat_account", Row::account)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER);
    }

    private Stream<Seat> seats() {
        return table.rows()
                .map(Row::seat)
                .sorted(Comparator.comparing(seat -> seat.id().text()));
    }

    @Override
    public List<Seat> ofClient(ClientId client) {
        return seats().filter(seat -> seat.clientId().equals(client)).toList();
    }

    @Override
    public Optional<Seat> find(ClientId client, SeatId id) {
        return anywhere(id).filter(seat -> seat.clientId().equals(client));
    }

    @Override
    public Optional<Seat> anywhere(SeatId id) {
        return table.find(id).map(Row::seat);
    }

    @Override
    public List<Seat> withAccount(String accountRef) {
        return seats().filter(seat -> seat.link().account() != null
                        && seat.link().account().ref().equals(accountRef))
                .toList();
    }

    @Override
    public List<Seat> ofAll(@Nullable ClientId client, @Nullable SeatId after, int limit) {
        return seats().filter(seat -> client == null || seat.clientId().equals(client))
                .filter(seat -> after == null || seat.id().text().compareTo(after.text()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void insert(Seat seat) {
        table.insert(new Row(seat, false));
    }

    @Override
    public Seat update(Seat seat) {
        Row before = held(seat);
        Seat stored = seat.atVersion(seat.version() + 1);
        table.put(new Row(stored, before.owesRemoval()));
        return stored;
    }

    private Row held(Seat seat) {
        return table.find(seat.id())
                .filter(row -> row.seat().version() == seat.version())
                .orElseThrow(() -> new ConcurrentUpdate("seat " + seat.id()));
    }

    @Override
    public void remove(Seat seat) {
        table.find(seat.id()).filter(row -> row.account() == null).ifPresent(row -> table.remove(seat.id()));
    }

    @Override
    public void owesRemoval(Seat seat, boolean owes) {
        table.find(seat.id()).ifPresent(row -> table.put(new Row(row.seat(), owes)));
    }

    @Override
    public List<Seat> owingRemoval(ClientId client) {
        return table.rows()
                .filter(row -> row.owesRemoval() && row.client().equals(client))
                .map(Row::seat)
                .filter(seat -> seat.state() == SeatState.DISCONNECTED)
                .sorted(Comparator.comparing(seat -> seat.id().text()))
                .toList();
    }
}
