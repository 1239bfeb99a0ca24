package io.agencyos.domain.shared.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = { // data model 3, email_key
                "' Jane.Doe+x@GoogleMail.com ',Jane.Doe+x@googlemail.com,janedoe@gmail.com",
                "Bob+news@Acme.com.au,Bob+news@acme.com.au,bob@acme.com.au",
                "JANE+x@acme.com.au,JANE+x@acme.com.au,jane@acme.com.au",
                "jane.doe@gmail.com,jane.doe@gmail.com,janedoe@gmail.com",
                "jane.doe@acme.com.au,jane.doe@acme.com.au,jane.doe@acme.com.au",
                "o'brien@example.com,o'brien@example.com,o'brien@example.com",
                "kim@straße.example,kim@xn--strae-oqa.example,kim@xn--strae-oqa.example",
                "kim@BÜCHER.example,kim@xn--bcher-kva.example,kim@xn--bcher-kva.example",
                "José+a@example.com,José+a@example.com,josé@example.com",
                "a+b+c@example.com,a+b+c@example.com,a@example.com",
            })
    void the_address_as_entered_is_sent_to_and_the_key_identifies(String entered, String address, String key) {
        EmailAddress parsed = EmailAddress.parse(entered).orElseThrow();
        assertThat(parsed.value()).isEqualTo(address);
        assertThat(parsed.key()).isEqualTo(new EmailKey(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = { // data model 3: rejected INVALID_EMAIL
                "jane@@x",
                "",
                " ",
                "@",
                "jane",
                "jane@",
                "@example.com",
                "jane@localhost",
                "jane@x",
                "jane@1.2.3.4",
                "jane@[1.2.3.4]",
                "jane doe@example.com",
                "Jane <jane@example.com>",
                "jane@example.com,joe@example.com",
                ".jane@example.com",
                "jane.@example.com",
                "ja..ne@example.com",
                "+tag@example.com",
                "jane.+tag@example.com",
                "jane@-example.com",
                "jane@example-.com",
                "jane@exa_mple.com",
                "jane@example..com",
                "jane@example.com/x",
                "jane@example.com:25",
                "n/a",
                "\"jane\"@example.com",
                "jane\n@example.com",
            })
    void what_is_no_address_is_refused_as_invalid_email(String entered) {
        assertThat(EmailAddress.parse(entered))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((InputProblem) refused.error()).code())
                                .isEqualTo("invalid_email"));
    }

    @Test
    void an_address_has_at_most_254_characters_and_64_before_the_at() { // api 1.1
        String domain = "a.".repeat(94) + "example"; // 195
        assertThat(EmailAddress.parse("x".repeat(58) + "@" + domain)
                        .orElseThrow()
                        .value())
                .hasSize(254);
        assertThat(EmailAddress.parse("x".repeat(59) + "@" + domain).isOk()).isFalse();
        assertThat(EmailAddress.parse("x".repeat(64) + "@example.com").isOk()).isTrue();
        assertThat(EmailAddress.parse("x".repeat(65) + "@example.com").isOk()).isFalse();
    }

    @Test
    void an_address_is_no_key() {
        assertThatThrownBy(() -> new EmailKey("Jane@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailKey("jane+x@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailKey("jane")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_was_not_normalised_cannot_be_constructed() {
        assertThatThrownBy(() -> new EmailAddress("jane@EXAMPLE.com")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void no_text_makes_the_parser_throw(@ForAll String text) {
        assertThat(EmailAddress.parse(text)).isNotNull();
    }

    @Property
    void parsing_again_changes_nothing_and_the_key_is_its_own_key(@ForAll("addresses") String text) {
        EmailAddress.parse(text).toOptional().ifPresent(address -> {
            assertThat(EmailAddress.parse(address.value()).orElseThrow()).isEqualTo(address);
            assertThat(EmailAddress.parse(address.key().value()).orElseThrow().key())
                    .isEqualTo(address.key());
        });
    }

    @Test // data model 3: two ways to write a letter are one, two letters that look alike are two
    void a_letter_written_in_two_ways_is_one_and_a_lookalike_is_another() {
        assertThat(key("jose\u0301@example.com")).isEqualTo(key("jos\u00e9@example.com"));
        assertThat(key("\u212Aim@example.com")).as("a Kelvin sign").isEqualTo(key("kim@example.com"));
        assertThat(key("s\u0430m@example.com")).as("a Cyrillic letter").isNotEqualTo(key("sam@example.com"));
        assertThat(key("sam@b\u00fccher.example")).isEqualTo(key("sam@bu\u0308cher.example"));
    }

    private static EmailKey key(String text) {
        return EmailAddress.parse(text).orElseThrow().key();
    }

    @Property
    void a_tag_and_capitals_never_make_another_mailbox(@ForAll("words") String local, @ForAll("words") String tag) {
        EmailKey plain =
                EmailAddress.parse(local + "@example.com").orElseThrow().key();
        EmailKey tagged = EmailAddress.parse(local.toUpperCase(Locale.ROOT) + "+" + tag + "@EXAMPLE.com")
                .orElseThrow()
                .key();
        assertThat(tagged).isEqualTo(plain);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> local =
                Arbitraries.strings().withChars("aZ9.+_-éß İÅ'").ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> domain =
                Arbitraries.of("Example.com", "gmail.com", "googlemail.COM", "Bücher.example", "x.com.");
        return Combinators.combine(local, domain).as((name, host) -> name + "@" + host);
    }
}
