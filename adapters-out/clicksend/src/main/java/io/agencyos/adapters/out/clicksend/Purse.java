package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What is left on a prepaid account: read every ten minutes and lowered by every text, so that a text that cannot be
 * paid is not handed over. Source: clicksend 10.
 */
final class Purse {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private record Known(BigDecimal balance, Instant at) {}

    private final ClockPort clock;
    private final Map<ClickSendAccount, Known> balances = new ConcurrentHashMap<>();
    private final Map<ClickSendAccount, BigDecimal> prices = new ConcurrentHashMap<>();

    Purse(ClockPort clock) {
        this.clock = clock;
    }

    /** Why nothing may be sent; an account that merely cannot be read is no reason, since the vendor looks itself. */
    Optional<VendorFailure> refusal(Connection connection) {
        return balance(connection)
                .fold(
                        balance -> balance.signum() <= 0 || balance.compareTo(lastPrice(connection)) < 0
                                ? Optional.of(new VendorFailure.OutOfCredits(
                                        Failures.details("send", "the balance does not pay for another text")))
                                : Optional.empty(),
                        failure -> failure instanceof VendorFailure.Unauthorized
                                ? Optional.of(failure)
                                : Optional.empty());
    }

    private BigDecimal lastPrice(Connection connection) {
        return prices.getOrDefault(connection.account(), BigDecimal.ZERO);
    }

    /** What a text cost. */
    void paid(Connection connection, BigDecimal price) {
        prices.put(connection.account(), price);
        balances.computeIfPresent(
                connection.account(),
                (account, known) -> new Known(known.balance().subtract(price), known.at()));
    }

    Result<BigDecimal, VendorFailure> balance(Connection connection) {
        Known known = balances.get(connection.account());
        Instant now = clock.now();
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return Result.ok(known.balance());
        }
        return account(connection, "balance")
                .flatMap(data -> Fields.decimal(data, "balance")
                        .<Result<BigDecimal, VendorFailure>>map(balance -> {
                            balances.put(connection.account(), new Known(balance, now));
                            return Result.ok(balance);
                        })
                        .orElseGet(() -> Result.err(Failures.contract("balance", "no balance"))));
    }

    /** The account's own data; one that is banned or not active is {@code Unauthorized}. */
    static Result<JsonNode, VendorFailure> account(Connection connection, String operation) {
        return connection
                .calls()
                .read(operation, () -> connection.api().account())
                .flatMap(answer -> {
                    JsonNode data = answer.path("data");
                    boolean banned = Fields.flag(data, "banned");
                    boolean inactive = Fields.text(data, "active")
                            .filter(active -> active.equals("0") || active.equals("false"))
                            .isPresent();
                    if (banned || inactive) {
                        Details details = Failures.details(
                                operation, banned ? "the account is banned" : "the account is not active");
                        return Result.err(new VendorFailure.Unauthorized(details.withVendorCode("ACCOUNT")));
                    }
                    return Result.ok(data);
                });
    }
}
