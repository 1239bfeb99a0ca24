package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** unipile 2, Beyond "doctor": the live description against the calls that we make. */
class DescribedOperationsTest {

    private static final String DOCUMENT = "/api-json";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private List<String> examined(String dialect) {
        return vendor.unipile
                .connector()
                .examine(new VendorAccount(
                        Stubs.CLIENT,
                        Unipile.VENDOR,
                        vendor.base().toString(),
                        null,
                        Map.of("dialect", dialect),
                        Map.of("access_token", new SecretText(Stubs.KEY))));
    }

    @Test
    void calls_that_the_vendor_no_longer_has_are_said_one_by_one() {
        vendor.on("GET", DOCUMENT, "{\"paths\":{}}");
        List<String> all = examined("v1");
        assertThat(all)
                .contains("its interface no longer has POST /users/invite", "its interface no longer has GET /users/{}")
                .allMatch(line -> line.startsWith("its interface no longer has "));

        vendor.on("GET", DOCUMENT, document(all));
        assertThat(examined("v1")).containsExactly("its interface no longer has POST /users/invite");
    }

    /** Everything that we call but the invitation, as the vendor writes it. */
    private static String document(List<String> all) {
        Map<String, List<String>> methods = all.stream()
                .map(line ->
                        line.substring("its interface no longer has ".length()).split(" "))
                .filter(call -> !call[1].equals("/users/invite"))
                .collect(Collectors.groupingBy(
                        call -> "/api/v1" + call[1].replace("{}", "{some_id}"),
                        Collectors.mapping(
                                call -> "\"" + call[0].toLowerCase(Locale.ROOT) + "\":{}", Collectors.toList())));
        return "{\"paths\":{"
                + methods.entrySet().stream()
                        .map(path -> "\"" + path.getKey() + "\":{" + String.join(",", path.getValue()) + "}")
                        .collect(Collectors.joining(","))
                + "}}";
    }

    @Test
    void a_place_without_a_description_is_not_complained_about_and_one_that_is_away_is() {
        vendor.on("GET", DOCUMENT, 404, "{}");
        assertThat(examined("v1")).isEmpty();
        vendor.on("GET", DOCUMENT, 500, "{}");
        assertThat(examined("v1"))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("what it says of its interface cannot be read"));
        assertThat(examined("v2")).as("the beta has none").isEmpty();
    }
}
