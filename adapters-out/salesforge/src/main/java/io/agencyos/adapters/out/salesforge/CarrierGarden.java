package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carriers of mailboxes that the vendor has no more: paused at once and taken away after thirty days. A carrier through which an e-mail may
 * still be on its way stays, and one whose mailbox is there again goes on. Source: salesforge Beyond "carrier gardening".
 */
final class CarrierGarden {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    private final CarrierStore store;
    private final ClockPort clock;

    CarrierGarden(CarrierStore store, ClockPort clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Answers how many carriers stand paused; the first failure, after all were tried. */
    Result<Integer, VendorFailure> tend(Connection connection, ClientId client) {
        List<Carrier> carriers = store.carriers(client);
        if (carriers.isEmpty()) {
            return Result.ok(0);
        }
        return mailboxes(connection).flatMap(there -> tend(connection, client, carriers, there));
    }

    private Result<Integer, VendorFailure> tend(
            Connection connection, ClientId client, List<Carrier> carriers, Set<String> mailboxes) {
        Set<String> inUse =
                store.flights(client).stream().map(Flight::sequenceId).collect(Collectors.toSet());
        List<VendorFailure> failures = new ArrayList<>();
        int paused = 0;
        for (Carrier carrier : carriers) {
            boolean gone = !mailboxes.contains(carrier.mailboxId());
            if (gone && carrier.isRetired() && isOver(carrier) && !inUse.contains(carrier.sequenceId())) {
                removed(connection, carrier).ifPresent(failures::add);
            } else if (gone && !carrier.isRetired()) {
                paused++;
                retired(connection, carrier).ifPresent(failures::add);
            } else if (gone) {
                paused++;
            } else if (carrier.isRetired()) {
                // the job that makes carriers finds it by its name and switches it on
                store.put(carrier.in(Carrier.State.WANTED));
            }
        }
        return failures.isEmpty() ? Result.ok(paused) : Result.err(failures.getFirst());
    }

    private boolean isOver(Carrier carrier) {
        Instant since = carrier.retiredAt();
        return since != null && !clock.now().isBefore(since.plus(KEPT));
    }

    /** What was never made at the vendor is only forgotten. */
    private Optional<VendorFailure> retired(Connection connection, Carrier carrier) {
        String id = carrier.sequenceId();
        if (id == null) {
            store.forget(carrier);
            return Optional.empty();
        }
        if (carrier.state() == Carrier.State.READY) {
            // a draft sends nothing, and cannot be paused
            store.put(carrier.retired(clock.now()));
            return Optional.empty();
        }
        return done(
                connection
                        .calls()
                        .idempotent(
                                "pause carrier",
                                () -> connection.api().status(connection.workspace(), id, new Wire.Status("paused"))),
                () -> store.put(carrier.retired(clock.now())));
    }

    private Optional<VendorFailure> removed(Connection connection, Carrier carrier) {
        String id = carrier.sequenceId();
        if (id == null) {
            store.forget(carrier);
            return Optional.empty();
        }
        return done(
                connection
                        .calls()
                        .idempotent(
                                "remove carrier", () -> connection.api().removeSequence(connection.workspace(), id)),
                () -> store.forget(carrier));
    }

    /** What the vendor does not know is as good as done. */
    private static Optional<VendorFailure> done(Result<Boolean, VendorFailure> answer, Runnable then) {
        Optional<VendorFailure> failure = answer.fold(
                ok -> Optional.<VendorFailure>empty(),
                no -> no instanceof VendorFailure.NotFound ? Optional.empty() : Optional.of(no));
        if (failure.isEmpty()) {
            then.run();
        }
        return failure;
    }

    /** Those that are not removed; one of which nobody understands the state is there. */
    private static Result<Set<String>, VendorFailure> mailboxes(Connection connection) {
        return connection
                .all(
                        "mailboxes",
                        PAGE,
                        MOST_PAGES,
                        (limit, offset) -> connection.api().mailboxes(connection.workspace(), limit, offset))
                .map(boxes -> boxes.stream()
                        .filter(box -> SalesforgeMailboxes.stateOf(Texts.orEmpty(box.status()))
                                .filter(state -> state == MailboxState.REMOVED)
                                .isEmpty())
                        .map(Wire.Mailbox::id)
                        .collect(Collectors.toSet()));
    }
}
