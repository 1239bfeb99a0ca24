package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.Name;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** What an e-mail needs to know before it leaves. */
    record Way(Optional<Carrier> carrier, Optional<Flight> last) {}

    /** The k-th carrier of the mailbox, and the last e-mail that was handed over for this person: one question for both. */
    Way way(ClientId client, String mailboxId, int k, EmailAddress address) {
        List<VendorObject> found = objects.find(
                client,
                Failures.VENDOR,
                List.of(
                        new Name(Carrier.KIND, Carrier.nameOf(mailboxId, k)),
                        name(Flight.KIND, address),
                        name(Flight.OVER, address)));
        return new Way(of(found, Carrier.KIND).map(Carrier::of), flight(found));
    }

    /** What upkeep may find to do: read in one question, since it asks all day long and mostly finds nothing. */
    record Work(List<Carrier> carriers, List<Flight> flights, List<EmailAddress> recalls) {

        List<Carrier> carriers(Carrier.State state) {
            return carriers.stream().filter(carrier -> carrier.state() == state).toList();
        }
    }

    Work work(ClientId client) {
        Map<String, List<VendorObject>> byKind =
                objects.list(client, Failures.VENDOR, Set.of(Carrier.KIND, Flight.KIND, Recalls.KIND)).stream()
                        .collect(Collectors.groupingBy(VendorObject::kind));
        return new Work(
                byKind.getOrDefault(Carrier.KIND, List.of()).stream()
                        .map(Carrier::of)
                        .toList(),
                byKind.getOrDefault(Flight.KIND, List.of()).stream()
                        .map(Flight::of)
                        .toList(),
                Recalls.open(byKind.getOrDefault(Recalls.KIND, List.of())));
    }

    List<Carrier> carriers(ClientId client) {
        return objects.list(client, Failures.VENDOR, Carrier.KIND).stream()
                .map(Carrier::of)
                .toList();
    }

    /** What the vendor calls those that stand there. */
    Set<String> sequences(ClientId client) {
        return objects.list(client, Failures.VENDOR, Carrier.KIND).stream()
                .map(VendorObject::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    void forget(Carrier carrier) {
        objects.remove(carrier.clientId(), Failures.VENDOR, Carrier.KIND, carrier.name());
    }

    void put(Carrier carrier) {
        objects.put(carrier.object());
    }

    /** The last e-mail that was handed over for this person. */
    Optional<Flight> flight(ClientId client, EmailAddress address) {
        return flight(
                objects.find(client, Failures.VENDOR, List.of(name(Flight.KIND, address), name(Flight.OVER, address))));
    }

    private static Optional<Flight> flight(List<VendorObject> found) {
        return of(found, Flight.KIND).or(() -> of(found, Flight.OVER)).map(Flight::of);
    }

    private static Optional<VendorObject> of(List<VendorObject> found, String kind) {
        return found.stream().filter(object -> object.kind().equals(kind)).findFirst();
    }

    private static Name name(String kind, EmailAddress address) {
        return new Name(kind, address.key().value());
    }

    /** What may still leave, or whose fate may still have to be told. */
    List<Flight> flights(ClientId client) {
        return objects.list(client, Failures.VENDOR, Flight.KIND).stream()
                .map(Flight::of)
                .toList();
    }

    /** Those of the addresses to which an e-mail of ours may still leave, or whose fate may still have to be told. */
    List<Flight> flights(ClientId client, Collection<EmailAddress> addresses) {
        return objects
                .find(
                        client,
                        Failures.VENDOR,
                        addresses.stream()
                                .map(address -> name(Flight.KIND, address))
                                .toList())
                .stream()
                .map(Flight::of)
                .toList();
    }

    void put(Flight flight) {
        objects.put(flight.object(Flight.KIND));
    }

    /** The fates of some were seen just now, and those of others were told: all in one write. */
    void change(ClientId client, List<Flight> settled, List<Flight> over) {
        if (settled.isEmpty() && over.isEmpty()) {
            return;
        }
        objects.change(
                client,
                Failures.VENDOR,
                Stream.concat(
                                settled.stream().map(flight -> flight.object(Flight.KIND)),
                                over.stream().map(flight -> flight.object(Flight.OVER)))
                        .toList(),
                over.stream().map(flight -> name(Flight.KIND, flight.address())).toList());
    }

    void forget(Flight flight) {
        objects.change(flight.clientId(), Failures.VENDOR, List.of(), List.of(name(Flight.KIND, flight.address())));
    }

    /** Whoever makes or changes carriers under one name waits for the others. */
    <T> T alone(String what, Supplier<T> work) {
        return objects.exclusively(Failures.VENDOR + " " + what, work);
    }
}
