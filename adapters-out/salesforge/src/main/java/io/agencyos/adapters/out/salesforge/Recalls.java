package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.outreach.channel.EmailSender.Recall;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes an unsent contact out of its carrier. The vendor has no call for that, so the address goes on its list until
 * the carrier shows that it obeyed, and then off it again. Each step is remembered before it is made, so that whoever
 * comes after a crash goes on from there. Source: salesforge 5.
 */
final class Recalls {

    static final String KIND = "recall";
    private static final String OPEN = "open";
    private static final String DONE = "done";

    private final VendorObjects objects;
    private final CarrierStore store;
    private final DoNotContact list;
    private final ClockPort clock;

    Recalls(VendorObjects objects, CarrierStore store, DoNotContact list, ClockPort clock) {
        this.objects = objects;
        this.store = store;
        this.list = list;
        this.clock = clock;
    }

    /** Begins or goes on. */
    Result<Recall, VendorFailure> recall(Connection connection, ClientId client, EmailAddress address) {
        Optional<Flight> flight = store.flight(client, address);
        if (isOpen(client, address)) {
            return flight.isEmpty()
                    ? finish(connection, client, address, Recall.NOTHING_UNSENT)
                    : goOn(connection, flight.get(), address);
        }
        if (flight.filter(Flight::open).isEmpty()) {
            return Result.ok(Recall.NOTHING_UNSENT);
        }
        return standing(connection, flight.get()).flatMap(standing -> {
            if (standing != Standing.UNSENT) {
                return Result.ok(Recall.NOTHING_UNSENT);
            }
            remember(client, address, OPEN);
            return goOn(connection, flight.get(), address);
        });
    }

    private Result<Recall, VendorFailure> goOn(Connection connection, Flight flight, EmailAddress address) {
        return list.add(connection, List.of(address))
                .flatMap(ok -> standing(connection, flight))
                .flatMap(standing -> switch (standing) {
                    case UNSENT -> Result.ok(Recall.PENDING);
                    case SENT, BOUNCED -> finish(connection, flight.clientId(), address, Recall.TOO_LATE);
                    case FORBIDDEN, FAILED, OUTSIDE -> finish(connection, flight.clientId(), address, Recall.STOPPED);
                });
    }

    private Result<Recall, VendorFailure> finish(
            Connection connection, ClientId client, EmailAddress address, Recall outcome) {
        Result<Boolean, VendorFailure> cleared =
                list.lasting(client, address) ? Result.ok(true) : list.remove(connection, List.of(address));
        return cleared.map(ok -> {
            remember(client, address, DONE);
            return outcome;
        });
    }

    private Result<Standing, VendorFailure> standing(Connection connection, Flight flight) {
        Result<Wire.Contact, VendorFailure> contact = connection
                .calls()
                .read("contact", () -> connection.api().contact(connection.workspace(), flight.contactId()));
        return contact instanceof Result.Err<Wire.Contact, VendorFailure>(VendorFailure.NotFound gone)
                ? Result.ok(Standing.OUTSIDE)
                : contact.map(one -> Standing.of(one.standingIn(flight.sequenceId())));
    }

    private void remember(ClientId client, EmailAddress address, String state) {
        String detail = address.value() + "|" + clock.now();
        objects.put(
                new VendorObject(client, Failures.VENDOR, KIND, address.key().value(), null, state, detail));
    }

    private Optional<VendorObject> find(ClientId client, EmailAddress address) {
        return objects.find(client, Failures.VENDOR, KIND, address.key().value());
    }

    private boolean isOpen(ClientId client, EmailAddress address) {
        return find(client, address).filter(Recalls::isOpen).isPresent();
    }

    /** Whether what is remembered is a recall that is not settled. */
    static boolean isOpen(VendorObject recall) {
        return recall.state().equals(OPEN);
    }

    /** Addresses whose recall is not settled. */
    static List<EmailAddress> open(List<VendorObject> remembered) {
        return remembered.stream()
                .filter(Recalls::isOpen)
                .map(object -> new EmailAddress(detail(object)[0]))
                .toList();
    }

    /** Whether we put the address on the list for a moment within the last hour before {@code at}. */
    boolean echo(ClientId client, EmailAddress address, Instant at) {
        return find(client, address)
                .filter(object -> isOpen(object) || DoNotContact.recently(Instant.parse(detail(object)[1]), at))
                .isPresent();
    }

    private static String[] detail(VendorObject object) {
        return Wire.required(object.detail(), "detail").split("\\|", -1);
    }
}
