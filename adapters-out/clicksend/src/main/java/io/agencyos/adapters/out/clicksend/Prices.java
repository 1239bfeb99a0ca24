package io.agencyos.adapters.out.clicksend;

import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsSender.Price;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What texts cost, for planning: asked once a day for each sender, recipient's country and length. Source: clicksend 4.3. */
final class Prices {

    private static final Duration FRESH = Duration.ofHours(24);

    /** Country codes have up to three digits; a finer distinction asks once more and is never wrong. */
    private static final int COUNTRY_DIGITS = 4;

    private record Asked(ClickSendAccount account, String sender, String country, int parts) {}

    private record Known(Price price, Instant at) {}

    private final ClockPort clock;
    private final Map<Asked, Known> prices = new ConcurrentHashMap<>();

    Prices(ClockPort clock) {
        this.clock = clock;
    }

    Result<Price, VendorFailure> of(
            ClickSendAccount account, SmsCommand command, Supplier<Result<Price, VendorFailure>> vendor) {
        Asked asked = new Asked(
                account,
                command.from().toString(),
                command.to().e164().substring(0, COUNTRY_DIGITS),
                SmsLength.of(command.text()).segments());
        Instant now = clock.now();
        Known known = prices.get(asked);
        return known != null && now.isBefore(known.at().plus(FRESH))
                ? Result.ok(known.price())
                : vendor.get().map(price -> {
                    prices.put(asked, new Known(price, now));
                    return price;
                });
    }
}
