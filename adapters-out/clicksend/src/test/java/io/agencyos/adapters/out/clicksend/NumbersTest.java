package io.agencyos.adapters.out.clicksend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.application.resource.PhoneNumberProvisioner.Offer;
import io.agencyos.application.resource.PhoneNumberProvisioner.Owned;
import io.agencyos.application.resource.PhoneNumberProvisioner.Registration;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** clicksend 12 row 25: two pages of numbers; a purchase; one whose answer is lost. */
class NumbersTest {

    private static final PhoneNumber WANTED = new PhoneNumber("+61491570156");
    private static final String SEARCH = "/v3/numbers/search/AU";
    private static final String BUY = "/v3/numbers/buy/%2B61491570156";
    private static final Registration HARBOUR = new Registration(
            "Harbour Agency Pty Ltd",
            "12 Example Lane",
            "Melbourne",
            "3000",
            "Victoria",
            "Sam Okoro",
            new PhoneNumber("+61355500110"));

    private final Stubs vendor = new Stubs();
    private final PhoneNumberProvisioner shop = vendor.clicksend.provisioner();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static String offer(String number) {
        return "{\"country\":\"AU\",\"country_name\":\"Australia\",\"dedicated_number\":\"" + number
                + "\",\"price_setup\":\"0.0000\",\"price_monthly\":\"20.7100\",\"address_requirement\":\"local\"}";
    }

    private static String owned(String... numbers) {
        StringBuilder items = new StringBuilder("{\"dedicated_number\":\"+61491570110\"}");
        for (String number : numbers) {
            items.append(",{\"dedicated_number\":\"").append(number).append("\"}");
        }
        return "{\"data\":{\"last_page\":1,\"data\":[" + items + "]}}";
    }

    @Test
    void both_pages_are_shown() {
        vendor.onPage(SEARCH, 1, aResponse().withBody(Stubs.page(2, offer("+61491570156"))));
        vendor.onPage(SEARCH, 2, aResponse().withBody(Stubs.page(2, offer("+61491570157"))));
        assertThat(shop.search(Stubs.CLIENT, "4915").orElseThrow())
                .containsExactly(
                        new Offer(WANTED, new BigDecimal("20.7100"), new BigDecimal("0.0000")),
                        new Offer(
                                new PhoneNumber("+61491570157"), new BigDecimal("20.7100"), new BigDecimal("0.0000")));
        assertThat(vendor.asked("GET", SEARCH).getFirst().getUrl()).contains("search=4915", "search_type=1");
    }

    @Test
    void a_purchase_says_who_uses_the_number() {
        vendor.on(
                "POST",
                BUY,
                "{\"http_code\":200,\"data\":{\"dedicated_number\":\"+61491570156\",\"country\":\"AU\",\"_price_monthly\":\"20.7100\"}}");
        assertThat(shop.buy(Stubs.CLIENT, WANTED, HARBOUR).orElseThrow())
                .isEqualTo(new Owned(WANTED, new BigDecimal("20.7100")));
        assertThat(vendor.asked("POST", BUY).getFirst().getBodyAsString())
                .contains(
                        "\"dedicated_number\":\"+61491570156\"",
                        "\"type\":\"sms\"",
                        "\"business_name\":\"Harbour Agency Pty Ltd\"",
                        "\"contact_number\":\"+61355500110\"",
                        "\"country\":\"AU\"");
    }

    @Test
    void a_lost_answer_is_looked_for_among_the_accounts_numbers() {
        vendor.server.stubFor(get(urlPathEqualTo("/v3/numbers"))
                .inScenario("bought")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withBody(owned()))
                .willSetStateTo("asked"));
        vendor.server.stubFor(get(urlPathEqualTo("/v3/numbers"))
                .inScenario("bought")
                .whenScenarioStateIs("asked")
                .willReturn(aResponse().withBody(owned("+61491570156"))));
        vendor.on("POST", BUY, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(shop.buy(Stubs.CLIENT, WANTED, HARBOUR).orElseThrow()).isEqualTo(new Owned(WANTED, null));
        assertThat(vendor.asked("POST", BUY)).hasSize(1);
    }

    @Test
    void what_cannot_be_found_afterwards_stays_a_doubt() {
        vendor.on("POST", BUY, aResponse().withStatus(500));
        assertThat(shop.buy(Stubs.CLIENT, WANTED, HARBOUR))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        doubt -> assertThat(((VendorFailure) doubt.error()).ambiguous())
                                .isTrue());
        assertThat(vendor.asked("POST", BUY)).hasSize(1);
    }
}
