package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.CallBudget;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One e-mail through its carrier: contact, then enrolment, each at most one effect. Source: salesforge 5. */
final class CarrierSender {

    private static final Duration CARRIER_WAIT = Duration.ofSeconds(60);
    /** Leaves the enrolment at least 18 of the 30 s that a send may take. */
    private static final Duration UPSERT_WITHIN = Duration.ofSeconds(12);

    private static final Duration UNSENT_WAIT = Duration.ofMinutes(15);

    private final CarrierStore store;
    private final CarrierSetUp setUp;
    private final SendingData sendingData;
    private final UnsubscribedContacts unsubscribed;
    private final ClockPort clock;
    private final MonotonicTime time;

    CarrierSender(
            CarrierStore store,
            CarrierSetUp setUp,
            SendingData sendingData,
            UnsubscribedContacts unsubscribed,
            ClockPort clock,
            MonotonicTime time) {
        this.store = store;
        this.setUp = setUp;
        this.sendingData = sendingData;
        this.unsubscribed = unsubscribed;
        this.clock = clock;
        this.time = time;
    }

    SendOutcome send(Connection connection, EmailCommand command) {
        Optional<VendorFailure> impossible = EmailChecks.carried(command);
        if (impossible.isPresent()) {
            return new SendOutcome.Rejected(impossible.get());
        }
        String mailboxId = Wire.required(command.mailbox().vendorRef(), "mailbox");
        int k = EmailChecks.slot(command);
        CarrierStore.Way way = store.way(command.clientId(), mailboxId, k, command.to());
        Optional<Carrier> carrier = way.carrier().filter(Carrier::usable);
        if (carrier.isEmpty()) {
            store.put(Carrier.wanted(command.clientId(), mailboxId, k));
            return Failures.notYet("CARRIER_MISSING", "its carrier is being made", CARRIER_WAIT);
        }
        return unsentBefore(connection, way.last(), carrier.get())
                .orElseGet(() -> upsertAndEnrol(connection, command, carrier.get(), way.last()));
    }

    /** While an earlier e-mail to the contact may still leave, its variables must not be touched. */
    private Optional<SendOutcome> unsentBefore(Connection connection, Optional<Flight> last, Carrier carrier) {
        Optional<Flight> open =
                last.filter(Flight::open).filter(flight -> !flight.sequenceId().equals(carrier.sequenceId()));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Flight earlier = open.get();
        SendOutcome wait = Failures.notYet("UNSENT_BEFORE", "an e-mail to this contact is unsent", UNSENT_WAIT);
        if (clock.now().isBefore(earlier.handedOverAt().plus(UNSENT_WAIT))) {
            return Optional.of(wait);
        }
        return switch (contact(connection, earlier.contactId())) {
            case Result.Err<Wire.Contact, VendorFailure>(VendorFailure.NotFound gone) -> Optional.empty();
            case Result.Err<Wire.Contact, VendorFailure>(VendorFailure failure) ->
                Optional.of(Failures.outcomeBeforeSending(failure));
            case Result.Ok<Wire.Contact, VendorFailure>(Wire.Contact contact) ->
                Standing.of(contact.standingIn(earlier.sequenceId())) == Standing.UNSENT
                        ? Optional.of(wait)
                        : Optional.empty();
        };
    }

    private SendOutcome upsertAndEnrol(
            Connection connection, EmailCommand command, Carrier carrier, Optional<Flight> last) {
        Result<Wire.Contact, VendorFailure> upsert = CallBudget.within(
                UPSERT_WITHIN,
                time,
                () -> connection
                        .calls()
                        .idempotent(
                                "upsert contact",
                                () -> connection.api().upsert(connection.workspace(), ContactBodies.of(command))));
        return switch (upsert) {
            case Result.Err<Wire.Contact, VendorFailure>(VendorFailure failure) ->
                Failures.outcomeBeforeSending(failure);
            case Result.Ok<Wire.Contact, VendorFailure>(Wire.Contact contact) ->
                // the answer is the last word before the e-mail: an opt-out whose webhook was lost shows here
                contact.standingIn(Wire.required(carrier.sequenceId(), "carrier")) == null
                                && unsubscribed.unheard(command.clientId(), contact, command.to())
                        ? Failures.notYet("UNSUBSCRIBED", "the contact opted out at the vendor", UNSENT_WAIT)
                        : enrol(connection, command, carrier, contact, last);
        };
    }

    private SendOutcome enrol(
            Connection connection,
            EmailCommand command,
            Carrier carrier,
            Wire.Contact contact,
            Optional<Flight> before) {
        String sequenceId = Wire.required(carrier.sequenceId(), "carrier");
        Flight flight = new Flight(
                command.clientId(),
                command.to(),
                contact.id(),
                sequenceId,
                command.mailbox().address().value(),
                clock.now(),
                null);
        if (contact.standingIn(sequenceId) != null) {
            started(connection, carrier);
            return new SendOutcome.Accepted(flight.ref());
        }
        store.put(flight);
        Result<Boolean, VendorFailure> enrolled = connection
                .calls()
                .write(
                        "enrol",
                        () -> connection
                                .api()
                                .enrol(connection.workspace(), sequenceId, new Wire.ContactIds(List.of(contact.id()))));
        return switch (enrolled) {
            case Result.Ok<Boolean, VendorFailure> ok -> {
                started(connection, carrier);
                yield new SendOutcome.Accepted(flight.ref());
            }
            case Result.Err<Boolean, VendorFailure>(VendorFailure failure) -> {
                notEnrolled(carrier, flight, before, failure);
                yield Failures.outcome(failure);
            }
        };
    }

    private void notEnrolled(Carrier carrier, Flight flight, Optional<Flight> before, VendorFailure failure) {
        if (failure.ambiguous()) {
            store.put(carrier.state() == Carrier.State.READY ? carrier.in(Carrier.State.STARTED) : carrier);
            return;
        }
        before.ifPresentOrElse(store::put, () -> store.forget(flight));
        if (failure instanceof VendorFailure.NotFound) {
            store.put(Carrier.wanted(carrier.clientId(), carrier.mailboxId(), carrier.k()));
        }
    }

    /** The touch is accepted whatever comes of the activation; the upkeep repeats it. */
    private void started(Connection connection, Carrier carrier) {
        if (carrier.state() == Carrier.State.ACTIVE) {
            return;
        }
        Carrier started = carrier.in(Carrier.State.STARTED);
        store.put(started);
        setUp.activate(connection, started);
    }

    private Result<Wire.Contact, VendorFailure> contact(Connection connection, String id) {
        return connection.calls().read("contact", () -> connection.api().contact(connection.workspace(), id));
    }

    LookupOutcome lookup(Connection connection, EmailCommand command, Instant since) {
        String mailboxId = command.mailbox().vendorRef();
        if (mailboxId == null || EmailChecks.carried(command).isPresent()) {
            return new LookupOutcome.Absent();
        }
        CarrierStore.Way way = store.way(command.clientId(), mailboxId, EmailChecks.slot(command), command.to());
        Optional<Carrier> carrier = way.carrier().filter(Carrier::usable);
        if (carrier.isEmpty() || way.last().isEmpty()) {
            // both are written before the enrolment is asked for: without them it never was
            return new LookupOutcome.Absent();
        }
        return lookup(connection, carrier.get(), way.last().get());
    }

    private LookupOutcome lookup(Connection connection, Carrier carrier, Flight flight) {
        String sequenceId = Wire.required(carrier.sequenceId(), "carrier");
        Result<Wire.Contact, VendorFailure> contact = contact(connection, flight.contactId());
        boolean gone = contact instanceof Result.Err<Wire.Contact, VendorFailure>(VendorFailure.NotFound nobody);
        if (!gone && contact instanceof Result.Err<Wire.Contact, VendorFailure>(VendorFailure failure)) {
            return new LookupOutcome.Inconclusive(failure.kind());
        }
        boolean listed =
                contact.toOptional().map(one -> one.standingIn(sequenceId)).isPresent();
        Result<Optional<Wire.SendingRow>, VendorFailure> row =
                sendingData.row(connection, sequenceId, flight.contactId());
        if (listed) {
            activateFound(connection, carrier);
            Instant sentAt = row.toOptional()
                    .flatMap(found -> found.map(Wire.SendingRow::sent))
                    .orElse(null);
            return new LookupOutcome.Found(Flight.ref(sequenceId, flight.contactId()), sentAt);
        }
        return switch (row) {
            case Result.Err<Optional<Wire.SendingRow>, VendorFailure>(VendorFailure failure) ->
                new LookupOutcome.Inconclusive(failure.kind());
            case Result.Ok<Optional<Wire.SendingRow>, VendorFailure>(Optional<Wire.SendingRow> found) ->
                found.<LookupOutcome>map(sent ->
                                new LookupOutcome.Found(Flight.ref(sequenceId, flight.contactId()), sent.sent()))
                        .orElseGet(LookupOutcome.Absent::new);
        };
    }

    private void activateFound(Connection connection, Carrier carrier) {
        if (carrier.state() != Carrier.State.ACTIVE) {
            started(connection, carrier);
        }
    }
}
