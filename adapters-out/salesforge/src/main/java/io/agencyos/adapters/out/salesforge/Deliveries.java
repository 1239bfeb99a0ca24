package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of accepted e-mails whose webhook may be lost. Source: salesforge 5, delivery facts. */
final class Deliveries {

    private final CarrierStore store;
    private final SendingData sendingData;
    private final UnsubscribedContacts unsubscribed;
    private final ClockPort clock;

    Deliveries(CarrierStore store, SendingData sendingData, UnsubscribedContacts unsubscribed, ClockPort clock) {
        this.store = store;
        this.sendingData = sendingData;
        this.unsubscribed = unsubscribed;
        this.clock = clock;
    }

    /**
     * The facts seen now, oldest first. An e-mail whose fate was seen is looked at once more as long as the caller has
     * not shown, by its cursor, that it stored the fact.
     */
    Result<List<MailEvent>, VendorFailure> facts(Connection connection, ClientId client, Instant storedUntil) {
        return fates(connection, client, storedUntil).map(events -> {
            List<MailEvent> all = new ArrayList<>(events);
            all.addAll(unsubscribed.facts(client, storedUntil));
            all.sort(Comparator.comparing(MailEvent::at));
            return all;
        });
    }

    private Result<List<MailEvent>, VendorFailure> fates(Connection connection, ClientId client, Instant storedUntil) {
        Map<Boolean, List<Flight>> flying = store.flights(client).stream()
                .collect(Collectors.partitioningBy(flight -> stillOf(flight, storedUntil)));
        store.change(client, List.of(), flying.getOrDefault(false, List.of()));
        List<Flight> flights = flying.getOrDefault(true, List.of());
        if (flights.isEmpty()) {
            return Result.ok(List.of());
        }
        return sendingData
                .rows(connection, flights.stream().map(Flight::ref).collect(Collectors.toSet()))
                .flatMap(rows -> all(connection, client, flights, rows));
    }

    /** What the vendor pushed needs no look: a bounce that comes after the sending shows among the threads as well. */
    void heard(ClientId client, Collection<MailEvent.Sent> sent) {
        Map<EmailAddress, String> refs = new HashMap<>();
        sent.stream().map(MailEvent.Sent::about).forEach(about -> {
            if (about.recipient() != null && about.vendorRef() != null) {
                refs.put(about.recipient(), about.vendorRef());
            }
        });
        if (refs.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        store.change(
                client,
                List.of(),
                store.flights(client, refs.keySet()).stream()
                        .filter(flight -> flight.ref().equals(refs.get(flight.address())))
                        .map(flight -> flight.settled(now))
                        .toList());
    }

    private static boolean stillOf(Flight flight, Instant storedUntil) {
        Instant settled = flight.settledAt();
        return settled == null || settled.isAfter(storedUntil);
    }

    private Result<List<MailEvent>, VendorFailure> all(
            Connection connection, ClientId client, List<Flight> flights, Map<String, Wire.SendingRow> rows) {
        List<MailEvent> events = new ArrayList<>();
        List<Flight> settled = new ArrayList<>();
        List<Wire.Contact> seen = new ArrayList<>();
        for (Flight flight : flights) {
            Result<Wire.Contact, VendorFailure> contact = connection
                    .calls()
                    .read("contact", () -> connection.api().contact(connection.workspace(), flight.contactId()));
            switch (contact) {
                case Result.Err<Wire.Contact, VendorFailure>(VendorFailure.NotFound gone) ->
                    events.addAll(settle(flight, rows.get(flight.ref()), Standing.FAILED, "deleted", settled));
                case Result.Err<Wire.Contact, VendorFailure>(VendorFailure failure) -> {
                    return Result.err(failure);
                }
                case Result.Ok<Wire.Contact, VendorFailure>(Wire.Contact one) -> {
                    seen.add(one);
                    String word = one.standingIn(flight.sequenceId());
                    events.addAll(
                            settle(flight, rows.get(flight.ref()), Standing.of(word), Texts.orEmpty(word), settled));
                }
            }
        }
        unsubscribed.note(client, seen);
        store.change(client, settled, List.of());
        return Result.ok(events);
    }

    private List<MailEvent> settle(
            Flight flight, Wire.@Nullable SendingRow row, Standing standing, String vendorWord, List<Flight> settled) {
        List<MailEvent> events = new ArrayList<>();
        Instant sent = row == null ? null : row.sent();
        if (sent != null) {
            events.add(new MailEvent.Sent(key("sent", flight), sent, about(flight), null));
        }
        fate(flight, standing, vendorWord, sent != null).ifPresent(events::add);
        boolean over = sent != null || (standing != Standing.UNSENT && standing != Standing.OUTSIDE);
        if (over && flight.open()) {
            settled.add(flight.settled(clock.now()));
        }
        return events;
    }

    private Optional<MailEvent> fate(Flight flight, Standing standing, String vendorWord, boolean sent) {
        Instant now = clock.now();
        return switch (standing) {
            case BOUNCED ->
                Optional.of(
                        new MailEvent.Bounced(key("bounced", flight), now, about(flight), BounceClass.HARD, "bounced"));
            case FAILED -> sent ? Optional.empty() : dropped(flight, now, vendorWord);
            case FORBIDDEN -> sent ? Optional.empty() : dropped(flight, now, "suppressed");
            case UNSENT -> flight.stuck(now) && !sent ? dropped(flight, now, "stuck") : Optional.empty();
            case SENT, OUTSIDE -> Optional.empty();
        };
    }

    private static Optional<MailEvent> dropped(Flight flight, Instant now, String reason) {
        return Optional.of(new MailEvent.Dropped(key("dropped", flight), now, about(flight), reason));
    }

    private static String key(String what, Flight flight) {
        return what + "/" + flight.ref();
    }

    private static MailEvent.About about(Flight flight) {
        return new MailEvent.About(
                null,
                flight.ref(),
                null,
                ThreadReader.address(flight.mailboxAddress()).orElse(null),
                flight.address());
    }
}
