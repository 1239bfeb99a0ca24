package io.agencyos.domain.shared.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.PhoneNumber.LineType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0412 345 678,+61412345678", // data model 3, outreach 6.3
        "+61 412-345-678,+61412345678", // outreach 6.3
        "61412345678,+61412345678", // outreach 6.3
        "(02) 9374 4000,+61293744000", // outreach 6.3
        "1300 123 456,+611300123456", // outreach 6.3
        "+64211234567,+64211234567", // outreach 6.3
        "0491 570 006,+61491570006", // api example 4
        "+61 (0)491 570 006,+61491570006",
        "+61 0491 570 006,+61491570006",
        "0011 64 21 123 4567,+64211234567",
        "0061 491 570 006,+61491570006",
        "tel:+61-491-570-006,+61491570006",
        "02 5550 1234 ext. 12,+61255501234",
        "(03) 5550.1234 x9,+61355501234",
        "1800 160 401,+611800160401",
        "13 11 14,+61131114",
        "+44 (0)20 7946 0958,+442079460958",
        "＋61 491 570 156,+61491570156",
        "61 2 5550 1234,+61255501234",
    })
    void numbers_as_australians_write_them_become_e164(String written, String e164) {
        assertThat(PhoneNumbers.parse(written, Country.AUSTRALIA).orElseThrow().e164())
                .isEqualTo(e164);
    }

    @Test
    void the_apostrophe_of_a_spreadsheet_is_no_part_of_the_number() {
        assertThat(PhoneNumbers.parse("'0491 570 006", Country.AUSTRALIA)
                        .orElseThrow()
                        .e164())
                .isEqualTo("+61491570006");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12", // data model 3
                "412345678",
                "04123",
                "", // outreach 6.3
                " ",
                "n/a",
                "call me",
                "0412 345 6789",
                "+61 123",
                "+0123456789",
                "6.14912E+10",
                "01300 123 456",
                "293744000",
                "0491 570 006 / 0491 570 156",
                "0491 570 006, 02 5550 1234",
                "1900 123 456",
                "+1234567",
                "++61491570006",
                "+1234567890123456",
                "000",
            })
    void what_is_no_complete_number_is_refused_as_invalid_phone(String written) {
        assertThat(PhoneNumbers.parse(written, Country.AUSTRALIA))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((InputProblem) refused.error()).code())
                                .isEqualTo("invalid_phone"));
    }

    @ParameterizedTest
    @CsvSource({
        "+61491570006,MOBILE,true,true",
        "+61293744000,LANDLINE,false,true", // outreach 6.3: a landline for SMS is invalid_phone
        "+611300123456,NON_GEOGRAPHIC,false,true", // outreach 6.3: voice yes, SMS no
        "+61131114,NON_GEOGRAPHIC,false,true",
        "+64211234567,UNKNOWN,true,false", // outreach 6.3: not Australian
    })
    void the_kind_of_line_says_who_can_receive_a_text(String e164, LineType type, boolean sms, boolean australian) {
        var number = new PhoneNumber(e164);
        assertThat(number.lineType()).isEqualTo(type);
        assertThat(number.canReceiveSms()).isEqualTo(sms);
        assertThat(number.isAustralian()).isEqualTo(australian);
    }

    @Test
    void abroad_only_international_forms_are_read() {
        var newZealand = new Country("NZ");
        assertThat(PhoneNumbers.parse("+64 21 123 4567", newZealand)
                        .orElseThrow()
                        .e164())
                .isEqualTo("+64211234567");
        assertThat(PhoneNumbers.parse("0061 491 570 006", newZealand)
                        .orElseThrow()
                        .e164())
                .isEqualTo("+61491570006");
        assertThat(PhoneNumbers.parse("021 123 4567", newZealand).isOk()).isFalse();
        assertThat(PhoneNumbers.parse("0491 570 006", newZealand).isOk()).isFalse();
    }

    @Test
    void an_australian_number_outside_the_plan_cannot_be_constructed() {
        assertThatThrownBy(() -> new PhoneNumber("+61112345678")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PhoneNumber("0491570006")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void no_text_makes_the_parser_throw(@ForAll String text) {
        assertThat(PhoneNumbers.parse(text, Country.AUSTRALIA)).isNotNull();
    }

    @Property
    void parsing_again_changes_nothing(@ForAll("dialled") String text) {
        PhoneNumbers.parse(text, Country.AUSTRALIA)
                .toOptional()
                .ifPresent(number -> assertThat(PhoneNumbers.parse(number.e164(), Country.AUSTRALIA)
                                .orElseThrow())
                        .isEqualTo(number));
    }

    @Property
    void every_mobile_is_read_the_same_in_all_its_spellings(@ForAll("mobiles") String digits) {
        var expected = new PhoneNumber("+614" + digits);
        for (String prefix : List.of("04", "+61 4", "614", "0011614", "(04) ", "+61 (0)4")) {
            assertThat(PhoneNumbers.parse(prefix + digits, Country.AUSTRALIA).orElseThrow())
                    .isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Arbitraries.strings().numeric().ofLength(8);
    }

    @Provide
    Arbitrary<String> dialled() {
        return Arbitraries.strings().withChars("0123468 +()-").ofMinLength(6).ofMaxLength(18);
    }
}
