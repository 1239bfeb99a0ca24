package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.CallBudget;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SendOutcomes;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Letters and postcards of old accounts, one in a call: priced, then sent once. A piece is known by our key, for its history tells
 * nothing else for sure. Source: clicksend 9, vendors/direct-mail 3.
 */
final class ClickSendPost implements PostSender {

    /** The vendor opens Post for nobody new. */
    static final String NO_POST = "Post is not available on this ClickSend account";

    private static final Duration TOTAL = Duration.ofSeconds(60);
    private static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(30), false);
    private static final String RETURN_ADDRESS = "return-address";
    private static final int CENTS = 100;
    private static final int FORBIDDEN = 403;
    private static final int MISSING = 404;

    private final Ways<ClickSendAccount, Connection> ways;
    private final PostFiles files;
    private final VendorObjects objects;
    private final MonotonicTime time;

    ClickSendPost(Ways<ClickSendAccount, Connection> ways, PostFiles files, VendorObjects objects, MonotonicTime time) {
        this.ways = ways;
        this.files = files;
        this.objects = objects;
        this.time = time;
    }

    @Override
    public SendOutcome send(PostCommand command) {
        if (command.problem().isPresent()) {
            return new SendOutcome.Rejected(Failures.invalid("send post", "to", "address_invalid"));
        }
        return CallBudget.within(
                TOTAL,
                time,
                () -> ways.of(command.clientId(), "send post")
                        .fold(connection -> send(connection, command), SendOutcomes::of));
    }

    private SendOutcome send(Connection connection, PostCommand command) {
        return order(connection, command)
                .flatMap(order -> price(connection, command, order))
                .fold(
                        cents -> command.approvedFor(cents)
                                ? handOver(connection, command)
                                : new SendOutcome.Rejected(
                                        Failures.invalid("send post", QUOTE, "the price rose by more than a tenth")),
                        SendOutcomes::beforeSending);
    }

    /** The file is asked for once more: between the price and this it may have been forgotten. */
    private SendOutcome handOver(Connection connection, PostCommand command) {
        return order(connection, command)
                .fold(
                        order -> connection
                                .calls()
                                .write("send post", () -> connection.api().sendPost(PostWire.kind(command), order))
                                .mapError(ClickSendPost::noPost)
                                .fold(answer -> outcome(command, answer), SendOutcomes::of),
                        SendOutcomes::beforeSending);
    }

    private Result<PostWire.Order, VendorFailure> order(Connection connection, PostCommand command) {
        return returnAddress(connection, command.clientId(), command.from())
                .flatMap(back -> files.of(connection, command)
                        .mapError(ClickSendPost::noPost)
                        .map(file -> PostWire.Order.of(command, file.isEmpty() ? null : file, back)));
    }

    /** Made once for each client and address; where its receipt was lost it is found again in the list. */
    private Result<Long, VendorFailure> returnAddress(Connection connection, ClientId client, PostalAddress from) {
        PostWire.Sender sender = PostWire.Sender.of(from);
        String name = Digests.sha256Hex(sender.toString());
        Optional<Long> known = objects.find(client, Failures.VENDOR, RETURN_ADDRESS, name)
                .map(VendorObject::externalId)
                .map(Long::valueOf);
        return known.<Result<Long, VendorFailure>>map(Result::ok)
                .orElseGet(() -> objects.exclusively(
                        Failures.VENDOR + " " + RETURN_ADDRESS + " " + client.text(),
                        () -> standing(connection, sender)
                                .mapError(ClickSendPost::noPost)
                                .map(id -> {
                                    objects.put(new VendorObject(
                                            client,
                                            Failures.VENDOR,
                                            RETURN_ADDRESS,
                                            name,
                                            Long.toString(id),
                                            "made",
                                            null));
                                    return id;
                                })));
    }

    private static Result<Long, VendorFailure> standing(Connection connection, PostWire.Sender sender) {
        return connection
                .all("return addresses", page -> connection.api().returnAddresses(page))
                .flatMap(all -> all.stream()
                        .filter(sender::is)
                        .flatMap(stored -> Fields.whole(stored, "return_address_id").stream())
                        .findFirst()
                        .<Result<Long, VendorFailure>>map(Result::ok)
                        .orElseGet(() -> connection
                                .calls()
                                .write("return address", () -> connection.api().addReturnAddress(sender))
                                .flatMap(answer -> Fields.whole(answer.path("data"), "return_address_id")
                                        .<Result<Long, VendorFailure>>map(Result::ok)
                                        .orElseGet(() -> Result.err(
                                                Failures.contract("return address", "an address without an id"))))));
    }

    /** Ours by its key; one bad address among others fails nobody else. */
    private static SendOutcome outcome(PostCommand command, JsonNode answer) {
        Optional<JsonNode> ours = Fields.items(answer.path("data").path("recipients")).stream()
                .filter(recipient -> PostWire.key(recipient)
                        .filter(command.idempotencyKey()::equals)
                        .isPresent())
                .findFirst();
        if (ours.isEmpty()) {
            return SendOutcomes.unclear(Failures.details("send post", "our piece is not in the answer"));
        }
        String status = Fields.text(ours.get(), "status").orElse(MessageStatus.SUCCESS);
        if (status.equalsIgnoreCase(MessageStatus.SUCCESS)
                || PostWire.state(ours.get()).isPresent()) {
            return new SendOutcome.Accepted(command.idempotencyKey());
        }
        return status.equalsIgnoreCase("INVALID_RECIPIENT")
                ? new SendOutcome.Rejected(Failures.invalid("send post", "to", "the vendor knows no such house"))
                : MessageStatus.refusal(status);
    }

    @Override
    public Result<Long, VendorFailure> quote(PostCommand command) {
        return ways.of(command.clientId(), "price post")
                .flatMap(connection -> order(connection, command).flatMap(order -> price(connection, command, order)));
    }

    private static Result<Long, VendorFailure> price(Connection connection, PostCommand command, PostWire.Order order) {
        return connection
                .calls()
                .read("price post", () -> connection.api().pricePost(PostWire.kind(command), order))
                .mapError(ClickSendPost::noPost)
                .flatMap(answer -> Fields.decimal(answer.path("data"), "total_price")
                        .filter(price -> price.signum() > 0)
                        .<Result<Long, VendorFailure>>map(price -> Result.ok(cents(price)))
                        .orElseGet(() -> Result.err(Failures.contract("price post", "no price"))));
    }

    private static long cents(BigDecimal dollars) {
        return dollars.multiply(BigDecimal.valueOf(CENTS))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** What is not for this account is no fault of the piece. */
    private static VendorFailure noPost(VendorFailure failure) {
        boolean closed = failure.details()
                .status()
                .filter(status -> status == FORBIDDEN || status == MISSING)
                .isPresent();
        Details told = failure.details();
        return closed
                ? new VendorFailure.Unauthorized(new Details(
                        told.vendor(),
                        told.operation(),
                        told.httpStatus(),
                        "PLAN",
                        NO_POST,
                        told.requestId(),
                        told.ambiguous()))
                : failure;
    }

    /** The history cannot be filtered, so that all of it is read. */
    @Override
    public LookupOutcome lookup(PostCommand command, Instant since) {
        return ways.of(command.clientId(), "lookup post")
                .flatMap(connection -> history(connection, PostWire.kind(command)))
                .fold(
                        pieces -> pieces.stream()
                                .filter(piece -> PostWire.key(piece)
                                        .filter(command.idempotencyKey()::equals)
                                        .isPresent())
                                .findFirst()
                                .<LookupOutcome>map(piece -> new LookupOutcome.Found(
                                        command.idempotencyKey(),
                                        PostWire.takenAt(piece).orElse(null)))
                                .orElseGet(LookupOutcome.Absent::new),
                        failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    static Result<List<JsonNode>, VendorFailure> history(Connection connection, String kind) {
        return connection.all("post history", page -> connection.api().postHistory(kind, page));
    }

    @Override
    public SendSemantics semanticsOf(PostCommand command) {
        return SEMANTICS;
    }

    @Override
    public Result<State, VendorFailure> state(ClientId client, String vendorRef) {
        return ways.of(client, "state of post").flatMap(connection -> {
            for (String kind : PostWire.KINDS) {
                Result<List<JsonNode>, VendorFailure> pieces = history(connection, kind);
                if (pieces instanceof Result.Err<List<JsonNode>, VendorFailure>(VendorFailure failure)) {
                    return Result.err(failure);
                }
                Optional<JsonNode> piece = pieces.orElseThrow().stream()
                        .filter(one ->
                                PostWire.key(one).filter(vendorRef::equals).isPresent())
                        .findFirst();
                if (piece.isPresent()) {
                    return PostWire.state(piece.get())
                            .<Result<State, VendorFailure>>map(Result::ok)
                            .orElseGet(() -> Result.err(Failures.contract("state of post", "an unknown status")));
                }
            }
            return Result.err(new VendorFailure.NotFound(Failures.details("state of post", "no such piece")));
        });
    }

    /** The vendor takes nothing back. */
    @Override
    public Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef) {
        return Result.err(
                new VendorFailure.Conflict(Failures.details("cancel post", "the vendor takes no piece back")));
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return ways.of(client, "check")
                .flatMap(connection -> Purse.account(connection, "check"))
                .map(account -> true);
    }
}
