package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Dedicated numbers: those of the account and those for sale. Source: clicksend 6. */
final class ClickSendNumbers implements PhoneNumberProvisioner {

    private static final String COUNTRY = "AU";
    private static final int ANYWHERE = 1;

    private final Ways<ClickSendAccount, Connection> ways;
    private final OwnNumbers numbers;

    ClickSendNumbers(Ways<ClickSendAccount, Connection> ways, OwnNumbers numbers) {
        this.ways = ways;
        this.numbers = numbers;
    }

    @Override
    public Result<Set<PhoneNumber>, VendorFailure> owned(ClientId client) {
        return ways.of(client, "numbers").flatMap(numbers::ofNow);
    }

    @Override
    public Result<List<Offer>, VendorFailure> search(ClientId client, String digits) {
        if (!digits.matches("\\d{0,12}")) {
            return Result.err(Failures.invalid("search numbers", "digits", "up to twelve digits"));
        }
        return ways.of(client, "search numbers")
                .flatMap(connection -> connection.all(
                        "search numbers", page -> connection.api().offers(COUNTRY, digits, ANYWHERE, page)))
                .map(items ->
                        items.stream().flatMap(item -> offer(item).stream()).toList());
    }

    private static Optional<Offer> offer(JsonNode item) {
        return number(item)
                .map(number -> new Offer(
                        number,
                        Fields.decimal(item, "price_monthly").orElse(BigDecimal.ZERO),
                        Fields.decimal(item, "price_setup").orElse(BigDecimal.ZERO)));
    }

    private static Optional<PhoneNumber> number(JsonNode item) {
        return Fields.text(item, "dedicated_number")
                .flatMap(text -> PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional());
    }

    @Override
    public Result<Owned, VendorFailure> buy(ClientId client, PhoneNumber number, Registration registration) {
        Optional<String> problem = registration.problem();
        if (problem.isPresent()) {
            return Result.err(Failures.invalid("buy number", problem.get(), "too short or too long"));
        }
        return ways.of(client, "buy number")
                .flatMap(connection -> numbers.ofNow(connection)
                        .flatMap(before -> before.contains(number)
                                ? Result.ok(new Owned(number, null))
                                : bought(connection, number, registration)));
    }

    /** What may have been bought is there or it is not; where nobody can tell, the doubt stays. */
    private Result<Owned, VendorFailure> bought(Connection connection, PhoneNumber number, Registration registration) {
        Wire.Purchase purchase = Wire.Purchase.of(number, registration);
        return connection
                .calls()
                .write("buy number", () -> connection.api().buy(number.e164(), purchase))
                .fold(
                        answer -> {
                            numbers.forget(connection);
                            return Result.ok(new Owned(
                                    number,
                                    Fields.decimal(answer.path("data"), "_price_monthly")
                                            .orElse(null)));
                        },
                        failure -> failure.ambiguous() ? lookedFor(connection, number, failure) : Result.err(failure));
    }

    private Result<Owned, VendorFailure> lookedFor(Connection connection, PhoneNumber number, VendorFailure doubt) {
        return numbers.ofNow(connection)
                .fold(
                        owned -> owned.contains(number) ? Result.ok(new Owned(number, null)) : Result.err(doubt),
                        unreadable -> Result.err(doubt));
    }
}
