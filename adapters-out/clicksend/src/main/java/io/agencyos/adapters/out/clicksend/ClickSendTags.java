package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.resource.AlphaTags;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Names of senders and their registration, which passes the vendor, the business and the regulator. Source: clicksend 6 C10. */
final class ClickSendTags implements AlphaTags {

    /** Other words are not documented, and none of them is trusted. */
    private static final Set<String> REGISTERED = Set.of("ACTIVE", "APPROVED");

    private static final String COUNTRY = "AU";

    private final Ways<ClickSendAccount, Connection> ways;

    ClickSendTags(Ways<ClickSendAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<List<Tag>, VendorFailure> tags(ClientId client) {
        return ways.of(client, "tags").flatMap(ClickSendTags::tags);
    }

    private static Result<List<Tag>, VendorFailure> tags(Connection connection) {
        return connection
                .all("tags", page -> connection.api().tags(page))
                .map(items -> items.stream().flatMap(item -> tag(item).stream()).toList());
    }

    private static Optional<Tag> tag(JsonNode item) {
        String status = Fields.text(item, "status").orElse("");
        return Fields.text(item, "alpha_tag")
                .flatMap(name -> Fields.text(item, "id")
                        .or(() -> Fields.text(item, "alpha_tag_id"))
                        .map(id -> new Tag(id, name, status, REGISTERED.contains(status.toUpperCase(Locale.ROOT)))));
    }

    @Override
    public Result<Tag, VendorFailure> request(ClientId client, Wish wish) {
        Optional<String> problem = wish.problem();
        if (problem.isPresent()) {
            return Result.err(Failures.invalid("request tag", problem.get(), "cannot be right"));
        }
        return ways.of(client, "request tag")
                .flatMap(connection -> named(connection, wish)
                        .flatMap(known -> known.<Result<Tag, VendorFailure>>map(Result::ok)
                                .orElseGet(() -> asked(connection, wish))));
    }

    private static Result<Optional<Tag>, VendorFailure> named(Connection connection, Wish wish) {
        return tags(connection)
                .map(all -> all.stream()
                        .filter(tag -> tag.name().equalsIgnoreCase(wish.name()))
                        .findFirst());
    }

    /** What may have arrived is there or it is not; where nobody can tell, the doubt stays. */
    private static Result<Tag, VendorFailure> asked(Connection connection, Wish wish) {
        return connection
                .calls()
                .write("request tag", () -> connection.api().requestTag(body(wish)))
                .fold(
                        answer -> tag(answer.path("data"))
                                .<Result<Tag, VendorFailure>>map(Result::ok)
                                .orElseGet(() -> found(
                                        connection, wish, Failures.contract("request tag", "a name without an id"))),
                        failure -> failure.ambiguous() ? found(connection, wish, failure) : Result.err(failure));
    }

    private static Result<Tag, VendorFailure> found(Connection connection, Wish wish, VendorFailure doubt) {
        return named(connection, wish)
                .fold(
                        known -> known.<Result<Tag, VendorFailure>>map(Result::ok)
                                .orElseGet(() -> Result.err(doubt)),
                        unreadable -> Result.err(doubt));
    }

    private static Map<String, Object> body(Wish wish) {
        return Map.of(
                "alpha_tag",
                wish.name(),
                "reason",
                wish.reason(),
                "countries",
                List.of(COUNTRY),
                "businesses",
                businesses(wish));
    }

    /** An agency that sends in its client's name stands in for that client's business. */
    private static List<Map<String, Object>> businesses(Wish wish) {
        Map<String, Object> business = new LinkedHashMap<>();
        Business own = wish.business();
        business.put("country", COUNTRY);
        business.put("business_name", own.name());
        business.put("business_relationship", wish.sendsFor() == null ? "PRIMARY" : "ENTITY_ASSOCIATE");
        business.put(
                "business_info",
                Map.of(
                        "website",
                        own.website().toString(),
                        "phone_number",
                        own.phone().e164()));
        business.put(
                "business_address",
                Map.of("addr_line1", own.street(), "city", own.city(), "state", own.state(), "postal", own.postcode()));
        business.put(
                "representative",
                Map.of(
                        "first_name",
                        wish.representative().firstName(),
                        "last_name",
                        wish.representative().lastName(),
                        "email",
                        wish.representative().email().value(),
                        "title",
                        wish.representative().title()));
        business.put("abn", own.abn());
        Business partner = wish.sendsFor();
        if (partner != null) {
            business.put("partner_business_name", partner.name());
            business.put("partner_abn", partner.abn());
        }
        return new ArrayList<>(List.of(business));
    }
}
