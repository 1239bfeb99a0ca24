package io.agencyos.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.contact.PersonName;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Sparro Pty. Ltd.,sparro", // data model 3, name_key
        "SPARRO,sparro",
        "'Acme, Inc.',acme",
        "Acme Group Pty Ltd,acme",
        "Example LLC,example",
        "Group M,group m",
        "The Group,the",
        "Group,group",
        "Smith & Sons,smith sons",
        "O'Brien-Kelly,obrien kelly",
        "A.B.C. Pty Ltd,abc",
        "Ｃａｆé  Exämple,café exämple",
    })
    void a_name_is_compared_without_case_punctuation_and_legal_form(String name, String key) {
        assertThat(NameKey.of(name).orElseThrow().value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "&", "...", "—"})
    void a_name_without_letters_has_no_key(String name) {
        assertThat(NameKey.of(name).isOk()).isFalse();
    }

    @Property
    void a_key_is_its_own_key(@ForAll String name) {
        NameKey.of(name)
                .toOptional()
                .ifPresent(
                        key -> assertThat(NameKey.of(key.value()).orElseThrow()).isEqualTo(key));
    }

    @Test
    void a_person_has_a_first_or_a_last_name() {
        assertThat(PersonName.parse("  Priya ", "van\t Raman").orElseThrow())
                .isEqualTo(new PersonName("Priya", "van Raman"));
        assertThat(PersonName.parse("Priya", "").orElseThrow().full()).isEqualTo("Priya");
        assertThat(PersonName.parse("", "Raman").orElseThrow().hasBothParts()).isFalse();
        assertThat(PersonName.parse(" ", "").isOk()).isFalse();
        assertThat(PersonName.parse("x".repeat(256), "").isOk()).isFalse();
        assertThat(PersonName.parse("Pri\u0000ya", "").isOk()).isFalse();
        assertThatThrownBy(() -> new PersonName(" Priya", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_name_column_is_split_at_its_first_blank() {
        assertThat(PersonName.parseFull("Priya van Raman").orElseThrow())
                .isEqualTo(new PersonName("Priya", "van Raman"));
        assertThat(PersonName.parseFull("Priya").orElseThrow()).isEqualTo(new PersonName("Priya", ""));
        assertThat(PersonName.parseFull("").isOk()).isFalse();
    }

    @Property
    void no_text_makes_the_name_parser_throw_and_parsing_again_changes_nothing(
            @ForAll String first, @ForAll String last) {
        PersonName.parse(first, last)
                .toOptional()
                .ifPresent(name -> assertThat(
                                PersonName.parse(name.first(), name.last()).orElseThrow())
                        .isEqualTo(name));
        assertThat(PersonName.parseFull(first)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AU,AU",
        "au,AU",
        "AUS,AU",
        "Australia,AU",
        "new zealand,NZ",
        "UK,GB",
        "United Kingdom,GB",
        "USA,US",
        "United States,US"
    })
    void a_country_is_read_by_code_and_by_english_name(String text, String alpha2) { // scoring 1.1
        assertThat(Country.parse(text).orElseThrow().alpha2()).isEqualTo(alpha2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "Atlantis", "A", "61"})
    void what_is_no_country_is_refused(String text) {
        assertThat(Country.parse(text).isOk()).isFalse();
    }
}
