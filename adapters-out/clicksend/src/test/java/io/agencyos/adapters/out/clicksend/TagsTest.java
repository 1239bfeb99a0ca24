package io.agencyos.adapters.out.clicksend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.resource.AlphaTags;
import io.agencyos.application.resource.AlphaTags.Business;
import io.agencyos.application.resource.AlphaTags.Tag;
import io.agencyos.application.resource.AlphaTagsContract;
import io.agencyos.domain.shared.VendorFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** clicksend 6 C10, on the wire. */
class TagsTest {

    private static final String TAGS = "/v3/alpha-tags";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static AlphaTags.Wish wish(boolean forClient) {
        Business client = new Business(
                "Harbour Lane Digital",
                "53004085616",
                AlphaTagsContract.HARBOUR.website(),
                AlphaTagsContract.HARBOUR.phone(),
                "1 Example Street",
                "Sydney",
                "NSW",
                "2000");
        return new AlphaTags.Wish(
                "HarbourAds",
                "Notices to our own people",
                AlphaTagsContract.HARBOUR,
                AlphaTagsContract.SAM,
                forClient ? client : null);
    }

    @Test // clicksend 6: an agency sending in its client's name is ENTITY_ASSOCIATE
    void a_wish_names_both_businesses_of_an_agency() {
        vendor.on("GET", TAGS, Stubs.page(1, ""));
        vendor.on(
                "POST",
                TAGS,
                "{\"http_code\":200,\"data\":{\"id\":7,\"alpha_tag\":\"HarbourAds\",\"status\":\"PENDING\"}}");
        assertThat(vendor.clicksend.tags().request(Stubs.CLIENT, wish(true)).orElseThrow())
                .isEqualTo(new Tag("7", "HarbourAds", "PENDING", false));
        assertThat(vendor.asked("POST", TAGS).getFirst().getBodyAsString())
                .contains(
                        "\"countries\":[\"AU\"]",
                        "\"business_relationship\":\"ENTITY_ASSOCIATE\"",
                        "\"abn\":\"51824753556\"",
                        "\"partner_abn\":\"53004085616\"",
                        "\"partner_business_name\":\"Harbour Lane Digital\"",
                        "\"email\":\"sam@harbour.example\"");
        vendor.clicksend.tags().request(Stubs.CLIENT, wish(false));
        assertThat(vendor.asked("POST", TAGS).getLast().getBodyAsString())
                .contains("\"business_relationship\":\"PRIMARY\"")
                .doesNotContain("partner");
    }

    @ParameterizedTest // clicksend 6: only ACTIVE and APPROVED, in any case
    @CsvSource({"ACTIVE, true", "approved, true", "PENDING, false", "REJECTED, false", "verified, false"})
    void only_a_registered_name_is_usable(String word, boolean usable) {
        vendor.on("GET", TAGS, Stubs.page(1, "{\"id\":7,\"alpha_tag\":\"HarbourAds\",\"status\":\"" + word + "\"}"));
        assertThat(vendor.clicksend.tags().tags(Stubs.CLIENT).orElseThrow())
                .containsExactly(new Tag("7", "HarbourAds", word, usable));
    }

    @Test // vendor catalogue 4: a doubt stays a doubt
    void a_wish_of_which_nobody_can_tell_whether_it_arrived_stays_in_doubt() {
        vendor.on("GET", TAGS, Stubs.page(1, ""));
        vendor.on("POST", TAGS, aResponse().withStatus(500));
        assertThat(vendor.clicksend
                        .tags()
                        .request(Stubs.CLIENT, wish(false))
                        .fold(tag -> false, VendorFailure::ambiguous))
                .isTrue();
        assertThat(vendor.asked("POST", TAGS)).hasSize(1);
    }
}
