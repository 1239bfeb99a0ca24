package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The seats of a tenant: what is not among them is refused without a call, and each does one thing at a time, because
 * LinkedIn sees parallel acts of one person. Source: unipile 1, 2, 4.2.
 */
final class Seats {

    private static final String KIND = "seat";
    private static final String UNREAD = "unread seat";

    /** Of all seats of one account: more at once were seen to be refused. */
    private static final int AT_ONCE = 5;

    private final VendorObjects objects;
    private final Map<ClientId, Semaphore> turns = new ConcurrentHashMap<>();

    Seats(VendorObjects objects) {
        this.objects = objects;
    }

    void put(ClientId client, String seat, SeatId ours) {
        objects.put(new VendorObject(
                client,
                Failures.VENDOR,
                KIND,
                seat,
                seat,
                "connected",
                ours.value().toString()));
    }

    void remove(ClientId client, String seat) {
        objects.remove(client, Failures.VENDOR, KIND, seat);
    }

    Optional<SeatId> find(ClientId client, String seat) {
        return objects.find(client, Failures.VENDOR, KIND, seat)
                .map(VendorObject::detail)
                .map(id -> new SeatId(UUID.fromString(id)));
    }

    /** What comes to the seat cannot be read since then; the first time counts. */
    void unread(ClientId client, String seat, Instant since) {
        if (unreadSince(client, seat).isEmpty()) {
            objects.put(new VendorObject(client, Failures.VENDOR, UNREAD, seat, null, since.toString(), null));
        }
    }

    /** What comes to the seat was read. */
    void read(ClientId client, String seat) {
        if (unreadSince(client, seat).isPresent()) {
            objects.remove(client, Failures.VENDOR, UNREAD, seat);
        }
    }

    Optional<Instant> unreadSince(ClientId client, String seat) {
        return objects.find(client, Failures.VENDOR, UNREAD, seat)
                .map(VendorObject::state)
                .map(Instant::parse);
    }

    /** What the vendor calls them. */
    List<String> of(ClientId client) {
        return objects.list(client, Failures.VENDOR, KIND).stream()
                .map(VendorObject::name)
                .sorted()
                .toList();
    }

    /**
     * Runs the work when no other work of the seat runs anywhere, and of the account's seats at most five here; a foreign seat is
     * refused. Whoever does not answer the seat stops the seat alone.
     */
    <T> Result<T, VendorFailure> inTurn(
            Connection account, String seat, String operation, Function<Connection, Result<T, VendorFailure>> work) {
        ClientId client = account.account().clientId();
        return inTurn(client, seat, operation, () -> work.apply(account.of(seat)));
    }

    <T> Result<T, VendorFailure> inTurn(
            ClientId client, String seat, String operation, Supplier<Result<T, VendorFailure>> work) {
        return find(client, seat).isPresent()
                ? objects.exclusively(Failures.VENDOR + " " + seat, () -> oneOfFew(client, work))
                : Result.err(Failures.invalid(operation, "seat", "not a seat of this client"));
    }

    private <T> T oneOfFew(ClientId client, Supplier<T> work) {
        Semaphore turn = turns.computeIfAbsent(client, first -> new Semaphore(AT_ONCE, true));
        turn.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    /** The worst word that the vendor says of a seat. */
    static SeatSignal signal(JsonNode account) {
        return Fields.items(account.path("sources")).stream()
                .map(source -> ofWord(Fields.text(source, "status").orElse("")))
                .max(Comparator.comparing(Seats::severity))
                .orElse(SeatSignal.FAULTY);
    }

    /** What a status word says; one that is not known is taken for the worse. */
    static SeatSignal ofWord(String word) {
        return switch (word) {
            case "OK", "CREATION_SUCCESS", "RECONNECTED" -> SeatSignal.CONNECTED;
            case "SYNC_SUCCESS", "CONNECTING" -> SeatSignal.UNDER_WAY;
            case "CREDENTIALS", "PERMISSIONS" -> SeatSignal.CREDENTIALS_REQUIRED;
            case "DELETED" -> SeatSignal.DISCONNECTED;
            case "STOPPED" -> SeatSignal.RESTRICTED;
            default -> SeatSignal.FAULTY;
        };
    }

    private static int severity(SeatSignal signal) {
        return switch (signal) {
            case CONNECTED -> 0;
            case UNDER_WAY -> 1;
            case FAULTY -> 2;
            case RESTRICTED -> 3;
            case CREDENTIALS_REQUIRED -> 4;
            case DISCONNECTED -> 5;
        };
    }
}
