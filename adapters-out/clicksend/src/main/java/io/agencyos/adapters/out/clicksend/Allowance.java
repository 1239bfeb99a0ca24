package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a price tells beside the price: whether the country takes texts from this sender. Source: clicksend 4.3. */
final class Allowance {

    private Allowance() {}

    /** A sentence for each country that takes none; a number to text from is needed to ask. */
    static List<String> missing(Connection connection, OwnNumbers numbers) {
        return numbers.ofNow(connection)
                .fold(
                        ours -> ours.stream()
                                .min(Comparator.comparing(PhoneNumber::e164))
                                .map(first -> missing(connection, first))
                                .orElseGet(() -> List.of("it has no dedicated number to text from")),
                        failure -> List.of("its numbers cannot be read: " + failure.told()));
    }

    private static List<String> missing(Connection connection, PhoneNumber from) {
        return connection
                .calls()
                .read("price", () -> connection.api().price(Wire.Texts.trial(from)))
                .fold(
                        answer -> answer.path("data").path("_summary").path("countries").properties().stream()
                                .flatMap(country -> refused(country).stream())
                                .toList(),
                        failure -> List.of("the price of a text cannot be asked: " + failure.told()));
    }

    private static Optional<String> refused(Map.Entry<String, JsonNode> country) {
        JsonNode said = country.getValue();
        boolean unchosen = Fields.text(said, "selected").filter("false"::equals).isPresent();
        boolean restricted = Fields.flag(said.path("regulation"), "restricted_sending");
        return Stream.of(
                        unchosen ? "texts to " + country.getKey() + " are not enabled in the account" : null,
                        restricted ? country.getKey() + " takes texts of registered senders alone" : null)
                .flatMap(Stream::ofNullable)
                .reduce((one, other) -> one + "; " + other);
    }
}
