package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Seats by the vendor's own page. Anybody may call back, so a callback counts only with the token of an open request,
 * once, and when the vendor shows the account. Source: unipile 4.1, 4.2.
 */
final class UnipileSeatLinking implements SeatLinking {

    private static final String KIND = "link";
    private static final String OPEN = "open";
    /** Followed by the account: several links of one seat may lead to the same. */
    private static final String USED = "used ";

    /** All open links die at the vendor's daily restart. */
    private static final Duration LIFETIME = Duration.ofHours(2);
    /** Three digits of milliseconds, always: other forms are refused. */
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int TOKEN_BYTES = 16;

    private final Ways<UnipileAccount, Connection> ways;
    private final Seats seats;
    private final VendorObjects objects;
    private final ClockPort clock;
    private final RandomSource random;

    UnipileSeatLinking(
            Ways<UnipileAccount, Connection> ways,
            Seats seats,
            VendorObjects objects,
            ClockPort clock,
            RandomSource random) {
        this.ways = ways;
        this.seats = seats;
        this.objects = objects;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Result<Link, VendorFailure> createLink(Request request) {
        return ways.of(request.client(), "link").flatMap(connection -> {
            String token = token(request.seat());
            Instant expires = clock.now().plus(LIFETIME);
            put(request.client(), token, OPEN, request.seat());
            return connection
                    .calls()
                    .idempotent(
                            "link",
                            () -> connection
                                    .speech()
                                    .link(request, connection.account().dsn(), token, MILLISECONDS.format(expires)))
                    .flatMap(answer -> Fields.text(answer, "url")
                            .<Result<Link, VendorFailure>>map(url -> Result.ok(new Link(URI.create(url), expires)))
                            .orElseGet(() -> Result.err(Failures.contract("link", "no address"))));
        });
    }

    private String token(SeatId seat) {
        byte[] chance = new byte[TOKEN_BYTES];
        random.nextBytes(chance);
        return seat.value() + "." + HexFormat.of().formatHex(chance);
    }

    private void put(ClientId client, String token, String state, SeatId seat) {
        objects.put(new VendorObject(
                client, Failures.VENDOR, KIND, token, null, state, seat.value().toString()));
    }

    /** The only open request of the client, for a vendor that does not say which one it was; calls nobody. */
    Optional<String> onlyOpen(ClientId client) {
        List<VendorObject> open = objects.list(client, Failures.VENDOR, KIND).stream()
                .filter(link -> link.state().equals(OPEN))
                .toList();
        return open.size() == 1 ? Optional.of(open.getFirst().name()) : Optional.empty();
    }

    /** Whether this token belongs to a request of the client; calls nobody. */
    boolean knows(ClientId client, String token) {
        return objects.find(client, Failures.VENDOR, KIND, token).isPresent();
    }

    @Override
    public Result<Linked, VendorFailure> confirm(ClientId client, String token, String vendorRef) {
        Optional<VendorObject> link = objects.find(client, Failures.VENDOR, KIND, token);
        if (link.isEmpty()) {
            return Result.err(Failures.invalid("confirm", "token", "no seat was asked for with this token"));
        }
        return ways.of(client, "confirm")
                .flatMap(connection -> objects.exclusively(
                        Failures.VENDOR + " link " + token, () -> confirm(connection, client, token, vendorRef)));
    }

    private Result<Linked, VendorFailure> confirm(
            Connection connection, ClientId client, String token, String vendorRef) {
        VendorObject link = objects.find(client, Failures.VENDOR, KIND, token).orElseThrow();
        SeatId seat = new SeatId(UUID.fromString(String.valueOf(link.detail())));
        if (link.state().startsWith(USED) && !link.state().equals(USED + vendorRef)) {
            return removed(connection, vendorRef)
                    .flatMap(gone -> Result.err(Failures.conflict(
                            "confirm", "SECOND_ACCOUNT", "another account was connected with this link")));
        }
        return connection
                .calls()
                .read("account", () -> connection.speech().account(vendorRef))
                .flatMap(account -> isLinkedIn(account)
                        ? Result.ok(linked(client, token, vendorRef, seat, account))
                        : Result.err(Failures.invalid("confirm", "account", "no LinkedIn account")));
    }

    private static boolean isLinkedIn(JsonNode account) {
        return Fields.text(account, "type").filter("LINKEDIN"::equals).isPresent();
    }

    private Linked linked(ClientId client, String token, String vendorRef, SeatId seat, JsonNode account) {
        put(client, token, USED + vendorRef, seat);
        seats.put(client, vendorRef, seat);
        return new Linked(
                seat,
                vendorRef,
                Fields.text(account, "name").orElse(vendorRef),
                Fields.text(account.at("/connection_params/im"), "publicIdentifier")
                        .flatMap(slug -> LinkedInUrl.ofKey("in/" + slug))
                        .orElse(null));
    }

    @Override
    public Result<SeatSignal, VendorFailure> state(ClientId client, String vendorRef) {
        return ways.of(client, "state")
                .flatMap(account -> seats.inTurn(
                        account,
                        vendorRef,
                        "state",
                        connection -> connection
                                .calls()
                                .read("account", () -> connection.speech().account(vendorRef))
                                .map(Seats::signal)
                                .fold(Result::ok, UnipileSeatLinking::gone)));
    }

    private static Result<SeatSignal, VendorFailure> gone(VendorFailure failure) {
        return failure instanceof VendorFailure.NotFound ? Result.ok(SeatSignal.DISCONNECTED) : Result.err(failure);
    }

    /** Of a seat that is not known here any more nothing is asked: whoever died after removing it comes again. */
    @Override
    public Result<Boolean, VendorFailure> remove(ClientId client, String vendorRef) {
        return ways.of(client, "remove")
                .flatMap(connection -> seats.find(client, vendorRef).isEmpty()
                        ? Result.ok(true)
                        : seats.inTurn(
                                connection,
                                vendorRef,
                                "remove",
                                seat -> removed(seat, vendorRef).map(gone -> {
                                    seats.remove(client, vendorRef);
                                    return true;
                                })));
    }

    private static Result<Boolean, VendorFailure> removed(Connection connection, String vendorRef) {
        return connection
                .calls()
                .idempotent("remove account", () -> connection.speech().removeAccount(vendorRef))
                .fold(
                        done -> Result.ok(true),
                        failure -> failure instanceof VendorFailure.NotFound ? Result.ok(true) : Result.err(failure));
    }
}
