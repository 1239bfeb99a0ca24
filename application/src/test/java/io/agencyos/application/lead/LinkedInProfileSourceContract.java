package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.application.lead.source.LinkedInProfileSource.CompanyPage;
import io.agencyos.application.lead.source.LinkedInProfileSource.Found;
import io.agencyos.application.lead.source.LinkedInProfileSource.Post;
import io.agencyos.application.lead.source.LinkedInProfileSource.Query;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that reads LinkedIn for a seat must do. Source: vocabulary (ports), content 1, unipile 4.6. */
public abstract class LinkedInProfileSourceContract {

    /** The network as one seat of the client sees it. */
    public interface World {

        LinkedInProfileSource source();

        ClientId client();

        String seat();

        /** A person with these posts, the newest first. */
        void wrote(LinkedInUrl person, String... texts);

        void hasPage(LinkedInUrl company, String ref, String name);

        /** Whatever is searched for, these people are found, by the network's ids. */
        void finds(String... refs);

        /** The network is not to be had until further notice. */
        void breakDown();
    }

    protected static final LinkedInUrl PRIYA = new LinkedInUrl(LinkedInUrl.Page.PERSON, "priya-raman-example");
    protected static final LinkedInUrl HARBOUR = new LinkedInUrl(LinkedInUrl.Page.COMPANY, "harbour-lane-example");
    private static final LinkedInUrl NOBODY = new LinkedInUrl(LinkedInUrl.Page.PERSON, "nobody-at-all-example");
    private static final Query FOUNDERS = new Query.Words("founder agency melbourne");

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private static String kind(Result<?, VendorFailure> result) {
        return result.fold(found -> "found", VendorFailure::kind);
    }

    @Test
    void the_newest_posts_come_first_and_no_more_than_were_asked_for() {
        world.wrote(PRIYA, "We are hiring", "Our new office", "Five years");

        assertThat(world.source().posts(world.client(), world.seat(), PRIYA, 2).orElseThrow())
                .extracting(Post::text)
                .containsExactly("We are hiring", "Our new office");
    }

    @Test
    void who_wrote_nothing_has_no_posts_and_nobodys_page_is_not_found() {
        world.wrote(PRIYA);

        assertThat(world.source().posts(world.client(), world.seat(), PRIYA, 5).orElseThrow())
                .isEmpty();
        assertThat(kind(world.source().posts(world.client(), world.seat(), NOBODY, 5)))
                .isEqualTo("not_found");
    }

    @Test
    void a_person_has_a_lasting_id_and_perhaps_connections() {
        world.wrote(PRIYA, "We are hiring");

        LinkedInProfileSource.PersonPage page =
                world.source().person(world.client(), world.seat(), PRIYA).orElseThrow();

        assertThat(page.ref()).isNotBlank();
        assertThat(page.connections().orElse(0)).isNotNegative();
        assertThat(kind(world.source().person(world.client(), world.seat(), NOBODY)))
                .isEqualTo("not_found");
    }

    @Test
    void a_company_has_a_page_and_a_person_is_none() {
        world.hasPage(HARBOUR, "1586", "Harbour Lane Digital");

        CompanyPage page =
                world.source().company(world.client(), world.seat(), HARBOUR).orElseThrow();

        assertThat(page.ref()).isEqualTo("1586");
        assertThat(page.name()).isEqualTo("Harbour Lane Digital");
        assertThat(world.source()
                        .companyPosts(world.client(), world.seat(), page.ref(), 5)
                        .orElseThrow())
                .hasSizeLessThanOrEqualTo(5);
        assertThat(kind(world.source().company(world.client(), world.seat(), PRIYA)))
                .isEqualTo("invalid");
    }

    @Test
    void people_are_found_by_words_and_by_an_address_of_the_networks_own_search() {
        world.finds("ACoAAB22", "ACoAAB23");
        Query page = new Query.Address(URI.create("https://www.linkedin.com/search/results/people/?keywords=founder"));

        for (Query query : List.of(FOUNDERS, page)) {
            assertThat(world.source()
                            .search(world.client(), world.seat(), query, null, 50)
                            .orElseThrow()
                            .people())
                    .extracting(Found::ref)
                    .containsExactly("ACoAAB22", "ACoAAB23");
        }
    }

    @Test
    void a_search_for_nothing_or_for_too_many_is_not_asked() {
        world.finds("ACoAAB22");

        assertThat(kind(world.source().search(world.client(), world.seat(), new Query.Words(" "), null, 50)))
                .isEqualTo("invalid");
        for (int most : new int[] {0, 101}) {
            assertThat(kind(world.source().search(world.client(), world.seat(), FOUNDERS, null, most)))
                    .isEqualTo("invalid");
        }
    }

    @Test // a client looks with its own seats only
    void a_seat_that_is_not_the_clients_sees_nothing() {
        world.finds("ACoAAB22");
        world.wrote(PRIYA, "We are hiring");
        world.hasPage(HARBOUR, "1586", "Harbour Lane Digital");

        assertThat(kind(world.source().search(world.client(), "acc_of_another", FOUNDERS, null, 50)))
                .isEqualTo("invalid");
        assertThat(kind(world.source().posts(world.client(), "acc_of_another", PRIYA, 5)))
                .isEqualTo("invalid");
        assertThat(kind(world.source().company(world.client(), "acc_of_another", HARBOUR)))
                .isEqualTo("invalid");
    }

    @Test
    void a_network_that_is_not_to_be_had_is_a_failure_never_nobody() {
        world.finds("ACoAAB22");
        world.breakDown();

        assertThat(kind(world.source().search(world.client(), world.seat(), FOUNDERS, null, 50)))
                .isNotIn("found", "not_found");
        assertThat(kind(world.source().company(world.client(), world.seat(), HARBOUR)))
                .isNotIn("found", "not_found");
    }
}
