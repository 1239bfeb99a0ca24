package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One person behind an address, a number and a page: who texts STOP is who gets the e-mails. */
class TelephonesTest {

    private static final Population PEOPLE = Population.of(Population.SHIPPED_SEED, 300);

    @Test // outreach 6.2: a stop counts on every channel, so the world must know whose it was
    void whoever_answers_a_number_is_the_person_whose_number_it_is() {
        List<Person> withNumbers = PEOPLE.people().stream()
                .filter(person -> !person.directPhone().isEmpty())
                .toList();
        assertThat(withNumbers).hasSizeGreaterThan(50);
        assertThat(withNumbers)
                .allSatisfy(person -> assertThat(PEOPLE.answering(international(person.directPhone()))
                                .address())
                        .isEqualTo(person.recipient().address()));
        assertThat(PEOPLE.people().stream().filter(person -> !person.mobile().isEmpty()))
                .hasSizeGreaterThan(20)
                .allSatisfy(person -> assertThat(
                                PEOPLE.answering(international(person.mobile())).address())
                        .isEqualTo(person.recipient().address()));
        assertThat(PEOPLE.answering("+61491570999").address()).as("a stranger").isEqualTo("+61491570999");
    }

    @Test // outreach 6.2: nor may one person's stop be taken for that of everybody without an e-mail address
    void whoever_has_no_address_is_told_apart_and_known_again_on_every_channel() {
        Population all = Population.of(Population.SHIPPED_SEED, 2_000);
        List<Person> nameless =
                all.people().stream().filter(person -> person.email().isEmpty()).toList();
        assertThat(nameless).hasSizeGreaterThan(50);
        assertThat(nameless.stream().map(person -> person.recipient().address()))
                .doesNotHaveDuplicates()
                .noneMatch(String::isEmpty);
        assertThat(nameless)
                .allSatisfy(person ->
                        assertThat(all.behind(person.recipient().address())).contains(person));
        assertThat(nameless.stream().filter(person -> !person.linkedInUrl().isEmpty()))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(
                                all.onLinkedIn(person.linkedInUrl().replaceFirst("^.*/in/", ""))
                                        .address())
                        .isEqualTo(person.recipient().address()));
    }

    @Test
    void with_mobiles_the_first_thirty_have_one_each_and_nobody_has_the_sandboxes_own() {
        List<String> mobiles = PEOPLE.withMobiles().people().stream()
                .map(Person::mobile)
                .filter(number -> !number.isEmpty())
                .toList();
        assertThat(mobiles).hasSize(30).doesNotHaveDuplicates().doesNotContain("0491 570 110");
    }

    private static String international(String written) {
        return "+" + written.replaceAll("\\D", "").replaceFirst("^0", "61");
    }
}
