package io.agencyos.adapters.out.apollo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.apollo.Stubs.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.PeopleQuery;
import io.agencyos.application.lead.PeopleSearch;
import io.agencyos.domain.shared.VendorFailure;
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
}
