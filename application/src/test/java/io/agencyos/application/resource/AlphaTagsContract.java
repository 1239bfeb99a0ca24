package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.resource.AlphaTags.Business;
import io.agencyos.application.resource.AlphaTags.Representative;
import io.agencyos.application.resource.AlphaTags.Tag;
import io.agencyos.application.resource.AlphaTags.Wish;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every registration of sender names must do. Source: clicksend 6. */
public abstract class AlphaTagsContract {

    /** An account without a name. */
    public interface World {

        AlphaTags tags();

        ClientId client();

        /** The next wish arrives, and its answer is lost. */
        void loseNextAnswer();

        /** The register takes what was wished. */
        void approve();

        /** Wishes that reached the vendor. */
        int wishes();
    }

    public static final Business HARBOUR = new Business(
            "Harbour Agency Pty Ltd",
            "51824753556",
            URI.create("https://harbour.example"),
            new PhoneNumber("+61355500110"),
            "12 Example Lane",
            "Melbourne",
            "VIC",
            "3000");
    public static final Representative SAM =
            new Representative("Sam", "Okoro", new EmailAddress("sam@harbour.example"), "Director");

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private static Wish wish(String name) {
        return new Wish(name, "Notices to our own people", HARBOUR, SAM, null);
    }

    private Tag wished() {
        return world.tags().request(world.client(), wish("HarbourAds")).orElseThrow();
    }

    @Test // clicksend 6: only ACTIVE or APPROVED count as usable
    void a_name_may_be_used_once_the_register_has_taken_it() {
        assertThat(wished().usable()).isFalse();
        assertThat(world.tags().tags(world.client()).orElseThrow())
                .singleElement()
                .satisfies(tag -> {
                    assertThat(tag.name()).isEqualTo("HarbourAds");
                    assertThat(tag.usable()).isFalse();
                });
        world.approve();
        assertThat(world.tags().tags(world.client()).orElseThrow())
                .singleElement()
                .satisfies(tag -> assertThat(tag.usable()).isTrue());
    }

    @Test
    void the_same_name_is_asked_for_once() {
        Tag first = wished();
        assertThat(wished().id()).isEqualTo(first.id());
        assertThat(world.wishes()).isEqualTo(1);
    }

    @Test // vendor catalogue 4
    void a_wish_whose_answer_was_lost_is_looked_for_and_made_once() {
        world.loseNextAnswer();
        assertThat(wished().name()).isEqualTo("HarbourAds");
        assertThat(wished().name()).isEqualTo("HarbourAds");
        assertThat(world.wishes()).isEqualTo(1);
    }

    @ParameterizedTest // clicksend 4.1: 3 to 11 letters or digits
    @CsvSource({"Ha", "HarbourAgency", "Harbour Ad", "Harbour!"})
    void what_cannot_be_a_name_is_refused_without_a_call(String name) {
        assertThat(world.tags().request(world.client(), wish(name)).fold(tag -> "taken", VendorFailure::kind))
                .isEqualTo("invalid");
        assertThat(world.wishes()).isZero();
    }

    @Test // clicksend 6: abn, 11 digits
    void a_business_without_its_number_in_the_register_is_refused_without_a_call() {
        Business nobody = new Business(
                HARBOUR.name(),
                "51 824",
                HARBOUR.website(),
                HARBOUR.phone(),
                HARBOUR.street(),
                HARBOUR.city(),
                HARBOUR.state(),
                HARBOUR.postcode());
        Wish forClient = new Wish("HarbourAds", "Notices", HARBOUR, SAM, nobody);
        assertThat(world.tags().request(world.client(), forClient))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((VendorFailure.Invalid) refused.error()).field())
                                .isEqualTo("abn"));
        assertThat(world.wishes()).isZero();
    }
}
