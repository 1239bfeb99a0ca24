package io.agencyos.adapters.out.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.population.Strangers.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of people whom somebody else made up. */
class StrangersTest {

    private final Strangers strangers = new Strangers(Population.SHIPPED_SEED);
    private final Population open = Population.of(Population.SHIPPED_SEED, 10).withStrangers();

    private static Said at(String email) {
        return new Said(email, "", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "ivy.okafor@harbour-lane.example,Verified",
        "bounce@harbour-lane.example,Verified",
        "bounce-2@harbour-lane.test,Verified",
        "bouncer.smith@harbour-lane.example,Verified",
        "guessed.ivy@mail.harbour-lane.example,Guessed",
        "catchall+7@example.com,Catch_All",
        "invalid@example.org,Bounced",
        "Ivy.Okafor+expo@Harbour-Lane.Example,Verified"
    })
    void the_beginning_of_an_address_says_what_is_known_of_it(String email, String status) {
        assertThat(strangers.person(at(email)).orElseThrow().emailStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown@harbour-lane.example",
                "unknown.ivy@harbour-lane.example",
                "ivy@harbour-lane.com",
                "ivy@example.com.au",
                "ivy@notexample.com",
                "ivy",
                "@harbour-lane.example",
                ""
            })
    void nobody_is_known_who_is_not_to_be_or_could_be_somebody(String email) {
        assertThat(strangers.person(at(email))).isEmpty();
    }

    @Test
    void what_the_asker_says_stands_and_the_rest_follows_from_the_address() {
        Person told = strangers
                .person(new Said(
                        "iv@harbour-lane.example",
                        "Ivy",
                        "Okafor",
                        "Harbour Lane Media",
                        "https://www.linkedin.com/in/ivy"))
                .orElseThrow();

        assertThat(told.firstName() + " " + told.lastName()).isEqualTo("Ivy Okafor");
        assertThat(told.company().name()).isEqualTo("Harbour Lane Media");
        assertThat(told.company().industry()).isEqualTo(Industry.MARKETING);
        assertThat(told.company().domain()).isEqualTo("harbour-lane.example");
        assertThat(told.company().employees()).isPositive();
        assertThat(told.linkedInUrl()).endsWith("/in/ivy");
        assertThat(told.title()).isNotEmpty();

        Person untold =
                strangers.person(at("guessed.ivy.okafor@harbour-lane.example")).orElseThrow();
        assertThat(untold.firstName() + " " + untold.lastName()).isEqualTo("Ivy Okafor");
        assertThat(untold.company().name()).isEqualTo("Harbour Lane");
        assertThat(untold)
                .isEqualTo(strangers
                        .person(at("guessed.ivy.okafor@harbour-lane.example"))
                        .orElseThrow());
    }

    @Test
    void colleagues_have_one_employer() {
        Company one =
                strangers.person(at("ivy@harbour-lane.example")).orElseThrow().company();

        assertThat(strangers
                        .person(at("sam@harbour-lane.example"))
                        .orElseThrow()
                        .company())
                .isEqualTo(one);
        assertThat(strangers.company("harbour-lane.example")).contains(one);
        assertThat(strangers.company("harbour-lane.com")).isEmpty();
    }

    @Test
    void messages_come_back_from_where_they_are_told_to_and_from_nowhere_else() {
        assertThat(open.isToldToBounce("Bounce.7@harbour-lane.example")).isTrue();
        assertThat(open.isToldToBounce("bounce@harbour-lane.com")).isFalse();
        for (int n = 0; n < 200; n++) {
            assertThat(reader("p" + n + "@harbour-lane.example")).isFalse();
        }
        assertThat(reader("bounce@harbour-lane.example")).isTrue();
        assertThat(Population.of(1, 1).isToldToBounce("bounce@harbour-lane.example"))
                .as("only where whoever was made up is known")
                .isFalse();
    }

    private boolean reader(String address) {
        return open.reader(address, "", "", "", "").traits().deadAddress();
    }
}
