package io.agencyos.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.contact.IdentityKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedSuffixesTest {

    private static final IdentityKeys KEYS = PublishedSuffixes.identityKeys();

    @ParameterizedTest
    @CsvSource({
        "https://www.Shop.Example.com.au/x,example.com.au", // data model 3
        "localhost,", // data model 3
        "com.au,",
        "www.example.vic.gov.au,example.vic.gov.au",
        "mail.example.co.nz,example.co.nz",
        "a.b.example.co.uk,example.co.uk",
        "www.city.kawasaki.jp,city.kawasaki.jp",
        "www.ck,www.ck",
        "one.myshopify.com,one.myshopify.com",
        "食狮.公司.cn,xn--85x722f.xn--55qx5d.cn",
    })
    void the_shipped_list_finds_the_registrable_domain(String text, String key) {
        assertThat(KEYS.domainKey(text).map(DomainName::value).orElse(null)).isEqualTo(key);
    }

    @Test
    void every_free_mail_provider_is_recognised_under_the_shipped_list() { // content 1, data model 3
        assertThat(FreeMailDomains.standard().names()).hasSize(29).allSatisfy(name -> {
            EmailAddress address = EmailAddress.parse("jane@" + name.value()).orElseThrow();
            assertThat(KEYS.companyDomain(address)).isEmpty();
        });
    }
}
