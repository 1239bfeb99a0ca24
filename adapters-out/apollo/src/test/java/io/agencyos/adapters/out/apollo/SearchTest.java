package io.agencyos.adapters.out.apollo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.apollo.Stubs.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a search asks, and what its answers may hold beyond what is read. Source: apollo 3, 9. */
class SearchTest {

    private static final String NOBODY = "{\"total_entries\":0,\"people\":[],\"new_field\":{\"x\":1}}";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test // row 3
    void where_bodies_are_not_read_lists_are_repeated_in_the_address() {
        vendor.on("POST", SEARCH, NOBODY);
        PeopleSearch search =
                vendor.apollo(vendor.settings().searchingInAddress()).search();
        PeopleQuery query = new PeopleQuery(
                List.of("managing director", "founder"),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
        search.search(Stubs.CLIENT, query, 1).orElseThrow();
        assertThat(vendor.asked("POST", SEARCH).getFirst().getUrl())
                .contains("person_titles%5B%5D=managing%20director", "person_titles%5B%5D=founder", "page=1")
                .contains("per_page=100")
                .doesNotContain(Stubs.KEY);
    }

    @Test // row 8
    void a_search_for_anybody_is_refused_without_a_call() {
        PeopleQuery nothing = new PeopleQuery(
                List.of(), false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
        VendorFailure refused = vendor.apollo
                .search()
                .search(Stubs.CLIENT, nothing, 1)
                .fold(
                        found -> {
                            throw new AssertionError("found");
                        },
                        failure -> failure);
        assertThat(refused).isInstanceOf(VendorFailure.Invalid.class);
        assertThat(vendor.asked("POST", SEARCH)).isEmpty();
    }

    @Test // rows 13, 35: an unlimited window has an empty header; unknown members are nothing to us
    void an_empty_limit_and_unknown_members_disturb_nobody() {
        vendor.on(
                "POST",
                SEARCH,
                aResponse()
                        .withHeader("x-rate-limit-24-hour", "")
                        .withHeader("x-24-hour-requests-left", "")
                        .withBody(NOBODY));
        assertThat(vendor.apollo
                        .search()
                        .search(Stubs.CLIENT, PeopleQuery.titled("founder"), 1)
                        .orElseThrow()
                        .people())
                .isEmpty();
    }

    @Test // apollo 9: a fiftieth left of a window rests the endpoint until it ends, and no other
    void with_hardly_a_request_left_an_endpoint_rests_until_its_window_ends() {
        vendor.on(
                "POST",
                SEARCH,
                aResponse()
                        .withHeader("x-rate-limit-minute", "200")
                        .withHeader("x-minute-requests-left", "199")
                        .withHeader("x-rate-limit-hourly", "400")
                        .withHeader("x-hourly-requests-left", "8")
                        .withBody(NOBODY));
        PeopleQuery founders = PeopleQuery.titled("founder");
        vendor.apollo.search().search(Stubs.CLIENT, founders, 1).orElseThrow();
        VendorFailure refused = vendor.apollo
                .search()
                .search(Stubs.CLIENT, founders, 2)
                .fold(
                        found -> {
                            throw new AssertionError("asked again");
                        },
                        failure -> failure);
        // 10:12 of the stubs' clock: the hour ends in 48 minutes
        assertThat(refused)
                .isInstanceOfSatisfying(
                        VendorFailure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter())
                                .isBetween(Duration.ofMinutes(47), Duration.ofMinutes(48)));
        assertThat(vendor.asked("POST", SEARCH)).hasSize(1);
        assertThat(vendor.apollo.credits().remaining(Stubs.CLIENT).orElseThrow().left())
                .as("another endpoint")
                .isPositive();
    }

    @Test // apollo 9: one more than a fiftieth is enough
    void with_more_than_a_fiftieth_left_it_goes_on() {
        vendor.on(
                "POST",
                SEARCH,
                aResponse()
                        .withHeader("x-rate-limit-hourly", "400")
                        .withHeader("x-hourly-requests-left", "9")
                        .withBody(NOBODY));
        PeopleQuery founders = PeopleQuery.titled("founder");
        vendor.apollo.search().search(Stubs.CLIENT, founders, 1).orElseThrow();
        vendor.apollo.search().search(Stubs.CLIENT, founders, 2).orElseThrow();
        assertThat(vendor.asked("POST", SEARCH)).hasSize(2);
    }
}
