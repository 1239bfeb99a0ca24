package io.agencyos.adapters.out.salesforge;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes carriers, outside the send. A carrier is looked for by its name before it is made, because the vendor knows no
 * idempotency key; one process at a time. Source: salesforge 4.4, 5, 6.
 */
final class CarrierSetUp {

    private static final int PAGE = 100;
    private static final String PRODUCT = "Agency OS";

    private final CarrierStore store;
    private final SalesforgeSettings settings;

    CarrierSetUp(CarrierStore store, SalesforgeSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Makes the carriers {@code kFrom} to {@code kTo} of a mailbox that are not there yet; answers how many stand. */
    Result<Integer, VendorFailure> prepare(
            Connection connection, ClientId client, String mailboxId, int kFrom, int kTo) {
        int last = Math.min(kTo, Carrier.MAX_K);
        for (int k = kFrom; k <= last; k++) {
            int number = k;
            String lock = connection.workspace() + " " + Carrier.nameOf(mailboxId, k);
            Result<Carrier, VendorFailure> made = store.alone(lock, () -> one(connection, client, mailboxId, number));
            if (made instanceof Result.Err<Carrier, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
        }
        return Result.ok(last - kFrom + 1);
    }

    private Result<Carrier, VendorFailure> one(Connection connection, ClientId client, String mailboxId, int k) {
        Optional<Carrier> known = store.carrier(client, mailboxId, k);
        if (known.filter(Carrier::usable).isPresent()) {
            return Result.ok(known.get());
        }
        Carrier carrier = Carrier.wanted(client, mailboxId, k);
        store.put(carrier);
        return findOrCreate(connection, carrier.name())
                .flatMap(id -> connection
                        .calls()
                        .read("sequence", () -> connection.api().sequence(connection.workspace(), id)))
                .flatMap(sequence -> sequence.draft()
                        ? complete(connection, carrier, sequence)
                        : Result.ok(carrier.madeAs(sequence.id(), Carrier.State.STARTED)))
                .map(done -> {
                    store.put(done);
                    return done;
                });
    }

    private Result<String, VendorFailure> findOrCreate(Connection connection, String name) {
        String ws = connection.workspace();
        return connection
                .first(
                        "sequences",
                        PAGE,
                        one -> name.equals(one.name()),
                        (limit, offset) -> connection.api().sequences(ws, limit, offset))
                .flatMap(found -> found.isPresent()
                        ? Result.ok(found.get().id())
                        : product(connection).flatMap(product -> create(connection, name, product)));
    }

    private Result<String, VendorFailure> create(Connection connection, String name, String product) {
        Wire.SequenceBody body = new Wire.SequenceBody(name, product, settings.language(), settings.timezone());
        return connection
                .calls()
                .write("create sequence", () -> connection.api().createSequence(connection.workspace(), body))
                .map(Wire.Named::id);
    }

    private Result<String, VendorFailure> product(Connection connection) {
        String ws = connection.workspace();
        return store.alone(
                ws + " product",
                () -> connection
                        .first(
                                "products",
                                PAGE,
                                one -> PRODUCT.equals(one.name()),
                                (limit, offset) -> connection.api().products(ws, limit, offset))
                        .flatMap(found -> found.isPresent()
                                ? Result.ok(found.get().id())
                                : connection
                                        .calls()
                                        .write(
                                                "create product",
                                                () -> connection.api().createProduct(ws, productBody()))
                                        .map(Wire.Named::id)));
    }

    /** The vendor wants a product behind a sequence and writes with it; we write ourselves, so it says nothing. */
    private Wire.ProductBody productBody() {
        String none = "Texts are written outside";
        return new Wire.ProductBody(new Wire.Product(PRODUCT, settings.language(), none, none, none, none, none, none));
    }

    private Result<Carrier, VendorFailure> complete(Connection connection, Carrier carrier, Wire.Sequence draft) {
        List<Wire.Step> steps = Wire.listed(draft.steps());
        if (steps.isEmpty()) {
            return Result.err(
                    Failures.contract("carrier", "the draft of carrier " + carrier.name() + " has no step to fill"));
        }
        String ws = connection.workspace();
        String id = draft.id();
        SalesforgeApi api = connection.api();
        Wire.SequenceSettings flags = new Wire.SequenceSettings(
                connection.account().openTracking(),
                connection.account().clickTracking(),
                false,
                false,
                false,
                true,
                "false");
        return connection
                .calls()
                .idempotent("carrier settings", () -> api.settings(ws, id, flags))
                .flatMap(ok -> connection
                        .calls()
                        .idempotent(
                                "carrier steps",
                                () -> api.steps(ws, id, oneStep(steps.getFirst().id()))))
                .flatMap(ok ->
                        connection.calls().idempotent("carrier schedules", () -> api.schedules(ws, id, allWeek())))
                .flatMap(ok -> connection
                        .calls()
                        .idempotent(
                                "carrier mailboxes",
                                () -> api.mailboxesOf(ws, id, new Wire.MailboxIds(List.of(carrier.mailboxId())))))
                .map(ok -> carrier.madeAs(id, Carrier.State.READY));
    }

    private static Wire.Steps oneStep(String stepId) {
        Wire.Variant variant = new Wire.Variant("A", 0, "active", "{{aos_subject}}", "{{aos_body}}", 100);
        return new Wire.Steps(List.of(new Wire.StepBody(stepId, "carrier", 0, 0, "equal", List.of(variant))));
    }

    /** We decide the hour; the vendor sends at once. */
    private static Wire.Schedules allWeek() {
        return new Wire.Schedules(IntStream.range(0, 7)
                .mapToObj(day -> new Wire.Schedule(day, 0, 24))
                .toList());
    }

    /** Switches a carrier on, which the vendor allows only once somebody joined it; repeated until it succeeds. */
    Result<Boolean, VendorFailure> activate(Connection connection, Carrier carrier) {
        String id = carrier.sequenceId();
        if (id == null) {
            return Result.ok(false);
        }
        return connection
                .calls()
                .idempotent(
                        "activate carrier",
                        () -> connection.api().status(connection.workspace(), id, new Wire.Status("active")))
                .map(ok -> {
                    store.put(carrier.in(Carrier.State.ACTIVE));
                    return true;
                });
    }
}
