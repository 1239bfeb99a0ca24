package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Tells staff while a prepaid account holds less than its texts cost on the busiest of the last seven days, before the vendor
 * refuses them. Nobody is asked for a client that texted nobody in that time. Source: outreach 9.6.
 */
@PrimaryPort
public final class WatchTextBalance {

    static final String LOW = "text_balance_low";

    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final TouchId NONE = new TouchId(new UUID(0, 0));

    private final SendingNumbers numbers;
    private final TextLines lines;
    private final Touches touches;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public WatchTextBalance(TextPorts ports, Touches touches, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.numbers = ports.numbers();
        this.lines = ports.lines();
        this.touches = touches;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    private record Use(List<SendingNumber> numbers, long busiest) {}

    /** How many alerts stand open for the client now; what cannot be read leaves its alert as it was. */
    public int look(ClientId client) {
        Instant now = clock.now();
        Use use = units.inTenant(TenantScope.worker(client), () -> use(client, now));
        Map<String, Result<Optional<Alert>, VendorFailure>> byVendor = new LinkedHashMap<>();
        if (use.busiest() > 0) {
            use.numbers()
                    .forEach(number -> lines.of(number)
                            .ifPresent(line -> byVendor.computeIfAbsent(
                                    line.vendor(), vendor -> judged(line, number, use.busiest(), now))));
        }
        List<Alert> low = byVendor.values().stream()
                .flatMap(one -> one.fold(Optional::stream, failure -> Stream.empty()))
                .toList();
        boolean allRead = byVendor.values().stream().allMatch(Result::isOk);
        units.onPlatform(() -> {
            low.forEach(alerts::raise);
            if (allRead) {
                alerts.resolveOthersOf(
                        client, LOW, low.stream().map(Alert::fingerprint).toList(), now);
            }
        });
        return low.size();
    }

    private Use use(ClientId client, Instant now) {
        long busiest = touches.acts(client, Channel.SMS, now.minus(LOOKED_BACK)).stream()
                .collect(Collectors.groupingBy(
                        act -> Duration.between(act.at(), now).toDays(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new Use(numbers.ofClient(client), busiest);
    }

    /** Empty where the account holds enough. */
    private static Result<Optional<Alert>, VendorFailure> judged(
            TextLines.Line line, SendingNumber number, long texts, Instant now) {
        return line.sender()
                .price(one(number))
                .flatMap(price -> line.sender()
                        .balance(number.clientId())
                        .map(holds -> low(line, number, price, holds, texts, now)));
    }

    private static Optional<Alert> low(
            TextLines.Line line,
            SendingNumber number,
            SmsSender.Price price,
            BigDecimal holds,
            long texts,
            Instant now) {
        BigDecimal need = price.amount().multiply(BigDecimal.valueOf(texts));
        return holds.compareTo(need) >= 0
                ? Optional.empty()
                : Optional.of(Alert.of(
                        LOW + ":" + number.clientId().text() + ":" + line.vendor(),
                        Alert.Severity.WARNING,
                        LOW,
                        number.clientId(),
                        "The account for texts holds less than a day needs.",
                        Map.of(
                                "vendor", line.vendor(),
                                "balance", holds.toPlainString(),
                                "need", need.toPlainString(),
                                "currency", price.currency(),
                                "texts", String.valueOf(texts)),
                        now));
    }

    /** What one segment costs; it is priced and goes nowhere. */
    private static SmsCommand one(SendingNumber number) {
        return new SmsCommand(
                number.clientId(),
                NONE,
                "price",
                new SmsFrom.Dedicated(number.number()),
                number.number(),
                "One segment");
    }
}
