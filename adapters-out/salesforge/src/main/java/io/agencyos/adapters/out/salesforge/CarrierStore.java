package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.platform.VendorObjects;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import java.util.List;
import java.util.Optional;

/** What we remember of carriers and contacts. */
final class CarrierStore {

    private final VendorObjects objects;

    CarrierStore(VendorObjects objects) {
        this.objects = objects;
    }

    Optional<Carrier> carrier(ClientId client, String mailboxId, int k) {
        return objects.find(client, Failures.VENDOR, Carrier.KIND, Carrier.nameOf(mailboxId, k))
                .map(Carrier::of);
    }

    List<Carrier> carriers(ClientId client, Carrier.State state) {
        return objects.list(client, Failures.VENDOR, Carrier.KIND).stream()
                .map(Carrier::of)
                .filter(carrier -> carrier.state() == state)
                .toList();
    }

    void put(Carrier carrier) {
        objects.put(carrier.object());
    }

    /** The last e-mail that was handed over for this person. */
    Optional<Flight> flight(ClientId client, EmailAddress address) {
        return find(client, Flight.KIND, address).or(() -> find(client, Flight.OVER, address));
    }

    private Optional<Flight> find(ClientId client, String kind, EmailAddress address) {
        return objects.find(client, Failures.VENDOR, kind, address.key().value())
                .map(Flight::of);
    }

    /** What may still leave, or whose fate may still have to be told. */
    List<Flight> flights(ClientId client) {
        return objects.list(client, Failures.VENDOR, Flight.KIND).stream()
                .map(Flight::of)
                .toList();
    }

    void put(Flight flight) {
        objects.put(flight.object(Flight.KIND));
    }

    /** Its fate was told. */
    void over(Flight flight) {
        objects.put(flight.object(Flight.OVER));
        forget(flight);
    }

    void forget(Flight flight) {
        objects.remove(
                flight.clientId(),
                Failures.VENDOR,
                Flight.KIND,
                flight.address().key().value());
    }

    /** Whoever makes or changes carriers under one name waits for the others. */
    <T> T alone(String what, java.util.function.Supplier<T> work) {
        return objects.exclusively(Failures.VENDOR + " " + what, work);
    }
}
