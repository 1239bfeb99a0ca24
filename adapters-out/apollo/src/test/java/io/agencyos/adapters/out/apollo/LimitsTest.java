package io.agencyos.adapters.out.apollo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.application.platform.vendor.VendorLimits.Period;
import io.agencyos.application.platform.vendor.VendorLimits.Window;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** apollo 2 A11, 9: what the vendor counts of a team's requests. */
class LimitsTest {

    private static final String COUNTERS = "/usage_stats/api_usage_stats";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static String window(long limit, long consumed) {
        return "{\"limit\":" + limit + ",\"consumed\":" + consumed + ",\"left_over\":" + (limit - consumed) + "}";
    }

    private static String search(long consumedToday) {
        return "\"[\\\"api/v1/mixed_people\\\", \\\"api_search\\\"]\":{\"day\":" + window(2_000, consumedToday)
                + ",\"hour\":{\"limit\":null,\"consumed\":7,\"left_over\":null}}";
    }

    @Test // apollo 9: keys are lists written as text; unknown keys are ignored
    void counters_are_told_by_our_operations_and_others_are_left_out() {
        vendor.on(
                "POST",
                COUNTERS,
                "{" + search(12) + ",\"[\\\"api/v1/contacts\\\", \\\"search\\\"]\":{\"day\":" + window(600, 1)
                        + "},\"not a list\":{\"day\":" + window(1, 1)
                        + "},\"[\\\"api/v1/people\\\", \\\"bulk_match\\\"]\":{\"minute\":" + window(1_000, 3) + "}}");

        assertThat(vendor.apollo.limits().snapshot(Stubs.CLIENT).orElseThrow())
                .containsExactlyInAnyOrder(
                        new Window("search", Period.DAY, Optional.of(2_000L), 12, Optional.of(1_988L)),
                        new Window("search", Period.HOUR, Optional.empty(), 7, Optional.empty()),
                        new Window("enrich", Period.MINUTE, Optional.of(1_000L), 3, Optional.of(997L)));
    }

    @Test // apollo 9: a bucket is stopped when 2 % of its limit are left
    void what_is_nearly_used_up_rests_until_its_window_ends() {
        vendor.on("POST", COUNTERS, "{" + search(1_960) + "}");
        vendor.on("POST", Stubs.SEARCH, "{\"total_entries\":0,\"people\":[]}");
        vendor.apollo.limits().snapshot(Stubs.CLIENT).orElseThrow();

        assertThat(vendor.apollo.search().search(Stubs.CLIENT, PeopleQuery.titled("founder"), 1))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.RateLimited.class));
        assertThat(vendor.asked("POST", Stubs.SEARCH)).isEmpty();
        vendor.time.advance(Duration.ofHours(14));
        assertThat(vendor.apollo
                        .search()
                        .search(Stubs.CLIENT, PeopleQuery.titled("founder"), 1)
                        .isOk())
                .isTrue();
    }

    @Test
    void an_answer_that_is_no_map_is_a_breach_of_contract() {
        vendor.on("POST", COUNTERS, "[]");
        assertThat(vendor.apollo.limits().snapshot(Stubs.CLIENT))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((VendorFailure) refused.error())
                                        .details()
                                        .vendorCode())
                                .isEqualTo("CONTRACT"));
    }
}
