package io.agencyos.adapters.out.postoffice;

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
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Letters by this office: priced, then ordered once. Source: outreach 12, vendors/direct-mail 1, 4. */
final class PostOfficeSender implements PostSender {

    private static final Logger LOG = LoggerFactory.getLogger(PostOfficeSender.class);
    private static final Duration TOTAL = Duration.ofSeconds(30);
    /** The office promises to collapse a repeated key; nobody has seen a real one keep that, so a person decides. */
    private static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(30), false);

    private final Ways<PostOfficeAccount, Connection> ways;
    private final MonotonicTime time;

    PostOfficeSender(Ways<PostOfficeAccount, Connection> ways, MonotonicTime time) {
        this.ways = ways;
        this.time = time;
    }

    @Override
    public SendOutcome send(PostCommand command) {
        Optional<PostalAddress.Problem> problem = command.problem();
        if (problem.isPresent()) {
            return new SendOutcome.Rejected(Failures.invalid("order", "to", "address_invalid"));
        }
        return CallBudget.within(
                TOTAL,
                time,
                () -> ways.of(command.clientId(), "order")
                        .fold(connection -> send(connection, command), SendOutcomes::of));
    }

    private SendOutcome send(Connection connection, PostCommand command) {
        return price(connection, command)
                .fold(
                        cents -> command.approvedFor(cents)
                                ? order(connection, command)
                                : new SendOutcome.Rejected(
                                        Failures.invalid("order", QUOTE, "the price rose by more than a tenth")),
                        SendOutcomes::beforeSending);
    }

    private SendOutcome order(Connection connection, PostCommand command) {
        return connection
                .calls()
                .write(
                        "order",
                        () -> connection
                                .api()
                                .order(Wire.kind(command), command.idempotencyKey(), Wire.Order.of(command)))
                .fold(
                        answer -> SendOutcomes.accepted(
                                Fields.text(answer, "id"), Failures.details("order", "an order without an id")),
                        SendOutcomes::of);
    }

    @Override
    public Result<Long, VendorFailure> quote(PostCommand command) {
        return ways.of(command.clientId(), "price").flatMap(connection -> price(connection, command));
    }

    private static Result<Long, VendorFailure> price(Connection connection, PostCommand command) {
        return connection
                .calls()
                .read("price", () -> connection.api().price(Wire.kind(command), Wire.Order.of(command)))
                .flatMap(answer -> Fields.whole(answer, "cents")
                        .filter(cents -> cents > 0)
                        .<Result<Long, VendorFailure>>map(Result::ok)
                        .orElseGet(() -> Result.err(Failures.contract("price", "no price"))));
    }

    /** A key belongs to one touch for ever, so that an order under it counts whenever it was made. */
    @Override
    public LookupOutcome lookup(PostCommand command, Instant since) {
        return ways.of(command.clientId(), "lookup")
                .fold(
                        connection -> connection
                                .all("lookup", skip -> connection.api().search(command.idempotencyKey(), skip))
                                .fold(
                                        pieces -> found(connection, command, pieces),
                                        failure -> new LookupOutcome.Inconclusive(failure.kind())),
                        failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    private LookupOutcome found(Connection connection, PostCommand command, List<JsonNode> pieces) {
        List<JsonNode> ours = pieces.stream()
                .filter(piece ->
                        Wire.key(piece).filter(command.idempotencyKey()::equals).isPresent())
                .sorted(Comparator.comparing(PostOfficeSender::orderedAt))
                .toList();
        if (ours.isEmpty()) {
            return new LookupOutcome.Absent();
        }
        ours.stream().skip(1).forEach(copy -> takeBack(connection, copy));
        JsonNode first = ours.getFirst();
        return Fields.text(first, "id")
                .<LookupOutcome>map(id -> new LookupOutcome.Found(id, orderedAt(first)))
                .orElseGet(() -> new LookupOutcome.Inconclusive("an order without an id"));
    }

    private static Instant orderedAt(JsonNode piece) {
        return Fields.instant(piece, "createdAt").orElse(Instant.EPOCH);
    }

    /** Two orders under one key must not both be printed. Source: vendors/direct-mail 4. */
    private static void takeBack(Connection connection, JsonNode copy) {
        Fields.text(copy, "id").ifPresent(id -> {
            boolean gone = cancelled(connection, id).isOk();
            LOG.warn("vendor={} second_order id={} cancelled={}", Failures.VENDOR, id, gone);
        });
    }

    @Override
    public SendSemantics semanticsOf(PostCommand command) {
        return SEMANTICS;
    }

    @Override
    public Result<State, VendorFailure> state(ClientId client, String vendorRef) {
        return ways.of(client, "state")
                .flatMap(connection -> connection
                        .calls()
                        .read("state", () -> connection.api().piece(vendorRef))
                        .flatMap(piece -> Wire.state(piece)
                                .<Result<State, VendorFailure>>map(Result::ok)
                                .orElseGet(() -> Result.err(Failures.contract("state", "an unknown status")))));
    }

    @Override
    public Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef) {
        return ways.of(client, "cancel").flatMap(connection -> cancelled(connection, vendorRef));
    }

    private static Result<Boolean, VendorFailure> cancelled(Connection connection, String ref) {
        return connection
                .calls()
                .idempotent("cancel", () -> connection.api().cancel(ref))
                .map(answer -> true);
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return ways.of(client, "account")
                .flatMap(connection -> connection
                        .calls()
                        .read("account", () -> connection.api().account())
                        .map(account -> true));
    }
}
