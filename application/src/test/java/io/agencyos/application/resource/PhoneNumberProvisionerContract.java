package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.resource.PhoneNumberProvisioner.Offer;
import io.agencyos.application.resource.PhoneNumberProvisioner.Owned;
import io.agencyos.application.resource.PhoneNumberProvisioner.Registration;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every shop of numbers must do: what may have been bought is looked for, and nothing is bought twice. Source: clicksend 6. */
public abstract class PhoneNumberProvisionerContract {

    /** A shop with numbers for sale, and an account that has one. */
    public interface World {

        PhoneNumberProvisioner shop();

        ClientId client();

        /** The account's number. */
        PhoneNumber had();

        /** The next purchase is made, and its answer lost. */
        void loseNextAnswer();

        /** How many purchases reached the shop. */
        int purchases();
    }

    private static final Registration HARBOUR = new Registration(
            "Harbour Agency Pty Ltd",
            "12 Example Lane",
            "Melbourne",
            "3000",
            "Victoria",
            "Sam Okoro",
            new PhoneNumber("+61355500110"));

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private List<Offer> offers(String digits) {
        return world.shop().search(world.client(), digits).orElseThrow();
    }

    private Result<Owned, VendorFailure> bought(PhoneNumber number) {
        return world.shop().buy(world.client(), number, HARBOUR);
    }

    @Test
    void numbers_for_sale_are_shown_with_what_a_month_costs_by_their_digits() {
        List<Offer> all = offers("");
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(offer.monthly()).isPositive());
        String digits = all.getLast().number().e164().substring(8);
        assertThat(offers(digits))
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .allSatisfy(offer -> assertThat(offer.number().e164()).contains(digits));
    }

    @Test
    void what_was_bought_belongs_to_the_account_and_is_for_sale_no_more() {
        Offer wanted = offers("").getFirst();
        assertThat(bought(wanted.number()).orElseThrow()).isEqualTo(new Owned(wanted.number(), wanted.monthly()));
        assertThat(world.shop().owned(world.client()).orElseThrow())
                .containsExactlyInAnyOrder(world.had(), wanted.number());
        assertThat(offers("")).extracting(Offer::number).doesNotContain(wanted.number());
    }

    @Test
    void a_number_that_the_account_has_is_not_bought_again() {
        assertThat(bought(world.had()).orElseThrow()).isEqualTo(new Owned(world.had(), null));
        assertThat(world.purchases()).isZero();
    }

    @Test
    void a_purchase_whose_answer_was_lost_is_looked_for_and_made_once() {
        PhoneNumber wanted = offers("").getFirst().number();
        world.loseNextAnswer();
        assertThat(bought(wanted).orElseThrow().number()).isEqualTo(wanted);
        assertThat(bought(wanted).orElseThrow().number()).isEqualTo(wanted);
        assertThat(world.purchases()).isEqualTo(1);
    }

    @Test
    void without_somebody_who_uses_it_no_number_is_bought() {
        Registration nobody = new Registration(
                "H", "12 Example Lane", "Melbourne", "3000", "Victoria", "Sam Okoro", new PhoneNumber("+61355500110"));
        assertThat(world.shop().buy(world.client(), offers("").getFirst().number(), nobody))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((VendorFailure.Invalid) refused.error()).field())
                                .isEqualTo("business"));
        assertThat(world.purchases()).isZero();
    }
}
