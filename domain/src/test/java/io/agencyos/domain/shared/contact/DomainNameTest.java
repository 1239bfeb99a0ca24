package io.agencyos.domain.shared.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
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

class DomainNameTest {

    /** A short list in the published form, with one rule of each kind. */
    private static final PublicSuffixes SUFFIXES = PublicSuffixes.parse("""
        // a comment
        com
        au
        com.au
        net
        me
        example   trailing text
        jp
        kobe.jp
        *.kobe.jp
        !city.kobe.jp
        *.ck
        !www.ck
        个人.hk
        shops.example
        """);

    private static final IdentityKeys KEYS = new IdentityKeys(SUFFIXES, FreeMailDomains.standard());

    @ParameterizedTest
    @CsvSource({ // data model 3, domain_key: scheme, path, port, user-info stripped, lower case
        "https://www.Shop.Example.com.au/x,www.shop.example.com.au",
        "Example.com.au,example.com.au",
        "example.com.,example.com",
        "http://user:secret@example.com:8080/a?b#c,example.com",
        "//example.com,example.com",
        "example.com/path@x,example.com",
        "example.com?x=1,example.com",
        "https://Bücher.example/,xn--bcher-kva.example",
        "例え.example,xn--r8jz45g.example",
        "ｅｘａｍｐｌｅ．com,example.com",
        "a-b.example.com,a-b.example.com",
    })
    void a_host_is_read_from_urls_and_names(String text, String host) {
        assertThat(DomainName.parse(text).orElseThrow().value()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "",
                " ",
                "1.2.3.4",
                "http://[::1]/",
                "a..com",
                "-a.com",
                "a-.com",
                ".com",
                "a b.com",
                "com",
                "x.1"
            })
    void what_names_no_domain_is_refused(String text) {
        assertThat(DomainName.parse(text))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((InputProblem) refused.error()).code())
                                .isEqualTo("invalid_domain"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Shop.Example.com.au/x,example.com.au", // data model 3
        "localhost,", // data model 3
        "com.au,",
        "a.b.example.com,example.com",
        "c.kobe.jp,",
        "b.c.kobe.jp,b.c.kobe.jp",
        "a.b.c.kobe.jp,b.c.kobe.jp",
        "www.city.kobe.jp,city.kobe.jp",
        "test.ck,",
        "b.test.ck,b.test.ck",
        "www.www.ck,www.ck",
        "a.个人.hk,a.xn--ciqpn.hk",
        "one.shops.example,one.shops.example",
        "x.unlisted,x.unlisted",
    })
    void the_registrable_domain_follows_the_public_suffix_list(String text, String key) {
        assertThat(KEYS.domainKey(text).map(DomainName::value).orElse(null)).isEqualTo(key);
    }

    @Test
    void a_free_mail_domain_never_identifies_a_company() { // data model 3, free-mail
        assertThat(companyOf("janedoe@gmail.com")).isNull();
        assertThat(companyOf("jane@mail.bigpond.com")).isNull();
        assertThat(companyOf("jane@internode.on.net")).isNull();
        assertThat(companyOf("jane@mail.example.com.au")).isEqualTo("example.com.au");
        assertThat(companyOf("jane@notgmail.com")).isEqualTo("notgmail.com");
    }

    @Test
    void an_administrator_extends_the_free_mail_list() { // content 1
        var more = FreeMailDomains.standard().with(List.of(new DomainName("mail.example")));
        assertThat(more.contains(new DomainName("mail.example"))).isTrue();
        assertThat(more.contains(new DomainName("gmail.com"))).isTrue();
        assertThat(FreeMailDomains.standard().contains(new DomainName("mail.example")))
                .isFalse();
    }

    @Test
    void a_domain_covers_itself_and_its_subdomains_on_a_label_boundary() { // outreach 6.2
        var acme = new DomainName("acme.com.au");
        assertThat(acme.covers(new DomainName("acme.com.au"))).isTrue();
        assertThat(acme.covers(new DomainName("mail.acme.com.au"))).isTrue();
        assertThat(acme.covers(new DomainName("notacme.com.au"))).isFalse();
        assertThat(new DomainName("mail.acme.com.au").covers(acme)).isFalse();
    }

    @Test
    void free_mail_and_public_suffixes_are_no_suppression_keys() { // outreach 6.2, freemail_domain
        for (String shared : List.of("gmail.com", "https://www.gmail.com/", "com.au", "c.kobe.jp")) {
            assertThat(KEYS.suppressionDomain(shared))
                    .isInstanceOfSatisfying(
                            Result.Err.class,
                            refused -> assertThat(((InputProblem) refused.error()).code())
                                    .isEqualTo("freemail_domain"));
        }
        assertThat(KEYS.suppressionDomain("www.Acme.com.au")).isEqualTo(Result.ok(new DomainName("acme.com.au")));
        assertThat(KEYS.suppressionDomain("mail.acme.com.au")).isEqualTo(Result.ok(new DomainName("mail.acme.com.au")));
    }

    @Test
    void the_api_shows_a_host_without_www() { // api 1.1
        assertThat(new DomainName("www.example.com").withoutWww()).isEqualTo(new DomainName("example.com"));
        assertThat(new DomainName("www.com").withoutWww()).isEqualTo(new DomainName("www.com"));
    }

    @ParameterizedTest
    @CsvSource({ // RFC 3492 7.1 and names in use
        "bücher,xn--bcher-kva",
        "straße,xn--strae-oqa",
        "他们为什么不说中文,xn--ihqwcrb4cv8a8dqg056pqjye",
        "почемужеонинеговорятпорусски,xn--b1abfaaepdrnnbgefbadotcwatmq2g4l",
        "3年b組金八先生,xn--3b-ww4c5e180e575a65lsy2b",
        "ascii,ascii",
    })
    void labels_are_encoded_as_rfc_3492_shows(String label, String ascii) {
        assertThat(Punycode.toAscii(label)).isEqualTo(ascii);
    }

    @Property
    void no_text_makes_the_parser_throw(@ForAll String text) {
        assertThat(DomainName.parse(text)).isNotNull();
    }

    @Property
    void parsing_again_changes_nothing(@ForAll("hosts") String text) {
        DomainName.parse(text).toOptional().ifPresent(name -> {
            assertThat(DomainName.parse(name.value()).orElseThrow()).isEqualTo(name);
            SUFFIXES.registrable(name).ifPresent(key -> {
                assertThat(key.covers(name)).isTrue();
                assertThat(SUFFIXES.registrable(key)).contains(key);
            });
        });
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.strings()
                .withChars("aB9é例-.")
                .ofMinLength(1)
                .ofMaxLength(15)
                .map(text -> text + ".com");
    }

    private static String companyOf(String address) {
        return KEYS.companyDomain(EmailAddress.parse(address).orElseThrow())
                .map(DomainName::value)
                .orElse(null);
    }
}
