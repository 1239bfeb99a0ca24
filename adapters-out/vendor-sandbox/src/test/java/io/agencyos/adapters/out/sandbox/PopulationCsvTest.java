package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.population.PopulationCsv;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationCsvTest {

    private static final Population PEOPLE = Population.of(Population.SHIPPED_SEED, 2_000);
    /** The mobiles that the Australian regulator lists. */
    private static final String KEPT_FOR_FICTION = "|0491 57("
            + "0 (006|156|157|158|159|110|313|737|266)|1 (266|491|804)|2 (549|665|983)|3 (770|087)"
            + "|4 (118|632)|5 (254|789)|6 (398|801)|7 (426|644)|8 (957|148|888)|9 (212|760|455))";

    private static final List<String> LINES = PopulationCsv.of(PEOPLE).lines().toList();

    @Test
    void the_file_has_the_columns_of_an_apollo_export_and_a_row_per_lead() {
        assertThat(LINES.getFirst())
                .startsWith("First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,")
                .contains(",Work Direct Phone,Home Phone,Mobile Phone,Corporate Phone,Other Phone,Stage,")
                .contains(",# Employees,Industry,Keywords,Person Linkedin Url,Website,Company Linkedin Url,")
                .contains(",Technologies,Annual Revenue,Total Funding,Latest Funding,Latest Funding Amount,Last Raised"
                        + " At,");
        assertThat(LINES).hasSize(2_001);
    }

    @Test
    void the_same_seed_gives_the_same_file_and_a_longer_one_begins_with_it() {
        assertThat(PopulationCsv.of(Population.of(Population.SHIPPED_SEED, 2_000))
                        .lines()
                        .toList())
                .isEqualTo(LINES);
        List<Person> more = Population.of(Population.SHIPPED_SEED, 3_000).people();
        assertThat(more.subList(0, 2_000)).isEqualTo(PEOPLE.people());
    }

    @Test
    void nobody_in_it_can_be_real() {
        assertThat(PEOPLE.people()).allSatisfy(person -> {
            assertThat(person.company().domain()).matches("[a-z0-9]+\\.(example|test)");
            assertThat(person.email()).matches("|[a-z0-9.]+@[a-z0-9]+\\.(example|test)");
            assertThat(person.directPhone()).matches("|.*[2378]\\)? ?5550 ?\\d{4}");
            assertThat(person.mobile()).matches(KEPT_FOR_FICTION);
        });
        assertThat(PEOPLE.people().stream().map(Person::mobile).filter(mobile -> !mobile.isEmpty()))
                .doesNotHaveDuplicates();
        assertThat(PEOPLE.people().stream().map(Person::email).filter(email -> !email.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void it_is_as_dirty_as_such_files_are() {
        assertThat(LINES).anyMatch(line -> line.contains(",not-an-email,"));
        assertThat(LINES).anyMatch(line -> line.contains("@@"));
        assertThat(LINES).anyMatch(line -> line.contains(",,Unavailable,"));
        assertThat(LINES).anyMatch(line -> line.contains(",Guessed,"));
        assertThat(LINES).anyMatch(line -> line.contains("'+61 "));
        assertThat(LINES).anyMatch(line -> line.matches("[A-Z' .ËÉ-]+,.*") && line.contains(".EXAMPLE,"));
    }

    @Test
    void a_stranger_has_traits_too_and_always_the_same() {
        assertThat(PEOPLE.reader("kim@own-list.com.au", "Kim", "Lee", "Own List Legal", "Head of Growth"))
                .isEqualTo(PEOPLE.reader("KIM+news@own-list.com.au", "Kim", "Lee", "Own List Legal", "Head of Growth"))
                .satisfies(reader -> assertThat(reader.traits().title().name()).isEqualTo("HEAD"))
                .satisfies(
                        reader -> assertThat(reader.traits().industry().name()).isEqualTo("LEGAL"));
    }
}
