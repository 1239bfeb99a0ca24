package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.CallBudget;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SendOutcomes;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.outreach.channel.SmsChecks;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Texts by this vendor, one in a call. Source: clicksend 4, 7, 11. */
final class ClickSendSender implements SmsSender {

    private static final Logger LOG = LoggerFactory.getLogger(ClickSendSender.class);
    private static final Duration TOTAL = Duration.ofSeconds(30);
    private static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(5), true);
    private static final int NOT_WAITING = 400;

    private final Ways<ClickSendAccount, Connection> ways;
    private final OwnNumbers numbers;
    private final Purse purse;
    private final Prices prices;
    private final MonotonicTime time;

    ClickSendSender(
            Ways<ClickSendAccount, Connection> ways,
            OwnNumbers numbers,
            Purse purse,
            Prices prices,
            MonotonicTime time) {
        this.ways = ways;
        this.numbers = numbers;
        this.purse = purse;
        this.prices = prices;
        this.time = time;
    }

    @Override
    public SendOutcome send(SmsCommand command) {
        Optional<SmsChecks.Problem> problem = SmsChecks.problem(command, sender(command));
        if (problem.isPresent()) {
            return refused(problem.get());
        }
        return CallBudget.within(
                TOTAL,
                time,
                () -> ways.of(command.clientId(), "send")
                        .fold(connection -> send(connection, command), SendOutcomes::of));
    }

    /** For the rules that can be judged before the vendor is asked which numbers are ours. */
    private static Set<PhoneNumber> sender(SmsCommand command) {
        return switch (command.from()) {
            case SmsFrom.Dedicated(PhoneNumber number) -> Set.of(number);
            case SmsFrom.AlphaTag tag -> Set.of();
            case SmsFrom.Shared shared -> Set.of();
        };
    }

    private static SendOutcome refused(SmsChecks.Problem problem) {
        return new SendOutcome.Rejected(Failures.invalid("send", problem.field(), problem.reason()));
    }

    private SendOutcome send(Connection connection, SmsCommand command) {
        return numbers.of(connection)
                .fold(
                        ours -> SmsChecks.problem(command, ours)
                                .map(ClickSendSender::refused)
                                .or(() -> purse.refusal(connection).map(SendOutcomes::beforeSending))
                                .orElseGet(() -> handOver(connection, command)),
                        SendOutcomes::beforeSending);
    }

    private SendOutcome handOver(Connection connection, SmsCommand command) {
        String number = sender(command).iterator().next().e164();
        return connection
                .sending()
                .apply(number)
                .write("send", () -> connection.api().send(Wire.Texts.of(command)))
                .fold(answer -> outcome(connection, command, answer), SendOutcomes::of);
    }

    /** Ours by its key, never by its place. */
    private SendOutcome outcome(Connection connection, SmsCommand command, JsonNode answer) {
        Optional<JsonNode> ours = Fields.items(answer.path("data").path("messages")).stream()
                .filter(message -> Fields.text(message, "custom_string")
                        .filter(command.idempotencyKey()::equals)
                        .isPresent())
                .findFirst();
        if (ours.isPresent()) {
            return outcome(connection, command, answer, ours.get());
        }
        return Fields.text(answer, "response_code")
                .filter(code -> !code.equals(MessageStatus.SUCCESS))
                .map(MessageStatus::refusal)
                .orElseGet(() -> unclear("our text is not in the answer"));
    }

    private SendOutcome outcome(Connection connection, SmsCommand command, JsonNode answer, JsonNode message) {
        String status = Fields.text(message, "status").orElse("");
        if (!status.equalsIgnoreCase(MessageStatus.SUCCESS)) {
            return MessageStatus.refusal(status);
        }
        Optional<String> id = Fields.text(message, "message_id");
        if (id.isEmpty()) {
            return unclear("a text without an id");
        }
        Fields.decimal(message, "message_price").ifPresent(price -> purse.paid(connection, price));
        Fields.whole(message, "message_parts")
                .filter(parts -> parts != SmsLength.of(command.text()).segments())
                .ifPresent(parts -> LOG.warn("vendor={} sms_part_mismatch parts={}", Failures.VENDOR, parts));
        return new SendOutcome.Accepted(id.get());
    }

    private static SendOutcome unclear(String message) {
        return SendOutcomes.unclear(Failures.details("send", message));
    }

    @Override
    public LookupOutcome lookup(SmsCommand command, Instant since) {
        return ways.of(command.clientId(), "lookup")
                .fold(
                        connection -> History.lookup(connection, command, since),
                        failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    @Override
    public SendSemantics semanticsOf(SmsCommand command) {
        return SEMANTICS;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, 1);
    }

    @Override
    public Result<Price, VendorFailure> price(SmsCommand command) {
        return ways.of(command.clientId(), "price")
                .flatMap(connection -> prices.of(
                        connection.account(),
                        command,
                        () -> connection
                                .calls()
                                .read("price", () -> connection.api().price(Wire.Texts.of(command)))
                                .flatMap(ClickSendSender::priced)));
    }

    @Override
    public Result<BigDecimal, VendorFailure> balance(ClientId client) {
        return ways.of(client, "balance").flatMap(purse::balance);
    }

    private static Result<Price, VendorFailure> priced(JsonNode answer) {
        JsonNode data = answer.path("data");
        JsonNode message = data.path("messages").path(0);
        Optional<BigDecimal> amount =
                Fields.decimal(message, "message_price").or(() -> Fields.decimal(data, "total_price"));
        Optional<Long> parts = Fields.whole(message, "message_parts");
        Optional<String> currency = Fields.text(data.path("_currency"), "currency_name_short");
        return amount.isPresent() && parts.isPresent() && currency.isPresent()
                ? Result.ok(new Price(parts.get().intValue(), amount.get(), currency.get()))
                : Result.err(Failures.contract("price", "no price"));
    }

    @Override
    public Result<Optional<DeliveryReport>, VendorFailure> delivery(ClientId client, String vendorRef) {
        return ways.of(client, "delivery").flatMap(connection -> History.delivery(connection, vendorRef));
    }

    @Override
    public Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef) {
        return ways.of(client, "cancel")
                .flatMap(connection -> connection
                        .calls()
                        .idempotent("cancel", () -> connection.api().cancel(vendorRef))
                        .map(answer -> true)
                        .mapError(ClickSendSender::notWaiting));
    }

    private static VendorFailure notWaiting(VendorFailure failure) {
        boolean nothingThere = failure instanceof VendorFailure.NotFound
                || failure.details()
                        .status()
                        .filter(status -> status == NOT_WAITING)
                        .isPresent();
        return nothingThere ? new VendorFailure.Conflict(failure.details()) : failure;
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return ways.of(client, "check")
                .flatMap(connection -> Purse.account(connection, "check"))
                .map(account -> true);
    }
}
