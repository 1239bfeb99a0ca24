package io.agencyos.domain.shared.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://au.linkedin.com/in/Jane-Doe-12/?trk=a,in/jane-doe-12", // data model 3
        "https://au.linkedin.com/in/Priya-Raman-Example/?x=1,in/priya-raman-example", // unipile, slug rule
        "linkedin.com/in/Jane-Doe?trk=x,in/jane-doe", // apify 2
        "http://www.linkedin.com/in/priya-raman-example,in/priya-raman-example",
        "https://www.linkedin.com/in/jane-doe/en,in/jane-doe",
        "https://www.linkedin.com/in/jos%C3%A9-example#about,in/josé-example",
        "https://www.linkedin.com/in/josé-example,in/josé-example",
        "//linkedin.com/IN/Jane-Doe,in/jane-doe",
        "https://www.linkedin.com/company/acme/,company/acme", // content E-17
        "https://au.linkedin.com/company/Acme-Digital/about/,company/acme-digital",
        "https://www.linkedin.com/company/1234567,company/1234567",
        "https://www.linkedin.com/company/smith-%26-co,company/smith-&-co",
    })
    void a_page_is_known_by_its_slug(String text, String key) {
        assertThat(LinkedInUrl.parse(text).orElseThrow().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.linkedin.com/sales/lead/ACwAAAExample,NAME", // data model 3: Sales Navigator ids are not
                // keys
                "https://www.linkedin.com/sales/people/ACwAAAExample",
                "https://www.linkedin.com/in/ACoAAB22",
                "https://www.linkedin.com/pub/jane-doe/1/2/3",
                "https://www.linkedin.com/",
                "https://www.linkedin.com/in/",
                "https://www.linkedin.com/school/example",
                "https://notlinkedin.com/in/jane",
                "https://linkedin.com.example/in/jane",
                "https://example.com/linkedin.com/in/jane",
                "in/jane-doe",
                "jane-doe",
                "",
                "https://www.linkedin.com/in/%zz",
                "https://www.linkedin.com/in/%ff%fe",
                "https://www.linkedin.com/in/jane%2Fdoe",
                "https://www.linkedin.com/in/%20",
            })
    void what_identifies_nobody_is_refused(String text) {
        assertThat(LinkedInUrl.parse(text))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((InputProblem) refused.error()).code())
                                .isEqualTo("invalid_linkedin_url"));
    }

    @Test
    void the_link_has_one_canonical_form() { // apify 2
        LinkedInUrl jane = LinkedInUrl.parse("linkedin.com/in/Jane-Doe?trk=x").orElseThrow();
        assertThat(jane.url()).isEqualTo("https://www.linkedin.com/in/jane-doe");
        assertThat(jane.isPerson()).isTrue();
        LinkedInUrl jose = LinkedInUrl.ofKey("in/josé").orElseThrow();
        assertThat(jose.url()).isEqualTo("https://www.linkedin.com/in/jos%C3%A9");
        assertThat(LinkedInUrl.ofKey("company/acme").orElseThrow().isPerson()).isFalse();
    }

    @Test
    void a_slug_that_was_not_normalised_cannot_be_constructed() {
        assertThatThrownBy(() -> new LinkedInUrl(LinkedInUrl.Page.PERSON, "Jane"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LinkedInUrl.ofKey("jane")).isEmpty();
        assertThat(LinkedInUrl.ofKey("sales/jane")).isEmpty();
    }

    @Property
    void no_text_makes_the_parser_throw(@ForAll String text) {
        assertThat(LinkedInUrl.parse(text)).isNotNull();
        assertThat(LinkedInUrl.parse("https://linkedin.com/in/" + text)).isNotNull();
    }

    @Property
    void link_and_key_lead_back_to_the_same_page(@ForAll("slugs") String slug) {
        LinkedInUrl.parse("https://linkedin.com/in/" + slug).toOptional().ifPresent(page -> {
            assertThat(LinkedInUrl.parse(page.url()).orElseThrow()).isEqualTo(page);
            assertThat(LinkedInUrl.ofKey(page.key())).contains(page);
        });
    }

    @Provide
    Arbitrary<String> slugs() {
        return Arbitraries.strings().withChars("aZ9é例_-.%&4İ").ofMinLength(1).ofMaxLength(12);
    }
}
