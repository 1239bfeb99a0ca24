package io.agencyos.adapters.out.clicksend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.clicksend.Stubs.HISTORY;
import static io.agencyos.adapters.out.clicksend.Stubs.SEND;
import static io.agencyos.adapters.out.clicksend.Stubs.page;
import static io.agencyos.adapters.out.clicksend.Stubs.past;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.outreach.NonDelivery;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** clicksend 7 and 12: nobody is texted twice. */
class LookupTest {

    private static final String PRIYA = "+61491570006";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private LookupOutcome lookup() {
        return vendor.clicksend.sender().lookup(Stubs.text(), vendor.clock.now());
    }

    @Test // row 6
    void a_text_whose_answer_was_lost_is_found_and_never_sent_again() {
        vendor.on("POST", SEND, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        vendor.on("GET", HISTORY, page(1, past(PRIYA, Stubs.OUR_KEY, "Sent", "200", "sent")));
        assertThat(vendor.clicksend.sender().send(Stubs.text())).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(lookup())
                .isInstanceOfSatisfying(
                        LookupOutcome.Found.class,
                        found -> assertThat(found.vendorRef()).isEqualTo(Stubs.ID));
        assertThat(vendor.asked("POST", SEND)).hasSize(1);
    }

    @Test // row 7
    void absent_only_when_every_page_was_read() {
        String other = past(PRIYA, "aos1-other", "Sent", "200", "sent");
        vendor.onPage(HISTORY, 1, aResponse().withBody(page(2, other)));
        vendor.onPage(HISTORY, 2, aResponse().withBody(page(2, "")));
        assertThat(lookup()).isInstanceOf(LookupOutcome.Absent.class);
        vendor.onPage(HISTORY, 2, aResponse().withStatus(500));
        assertThat(lookup()).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test // row 7
    void a_history_that_ignores_the_filter_proves_no_absence() {
        vendor.on("GET", HISTORY, page(900, past("+61491570156", "aos1-other", "Sent", "200", "sent")));
        assertThat(lookup()).isInstanceOf(LookupOutcome.Inconclusive.class);
        vendor.on("GET", HISTORY, page(1, past("+61491570156", "aos1-other", "Sent", "200", "sent")));
        assertThat(lookup()).as("read to its end, it does").isInstanceOf(LookupOutcome.Absent.class);
    }

    @Test // row 8
    void a_text_that_failed_was_sent_all_the_same() {
        String failed = past(PRIYA, Stubs.OUR_KEY, "Failed", "301", "Number is inactive or invalid");
        vendor.on("POST", SEND, aResponse().withStatus(500));
        vendor.on("GET", HISTORY, page(1, failed));
        vendor.on("GET", "/v3/sms/receipts/" + Stubs.ID, aResponse().withStatus(404));
        assertThat(vendor.clicksend.sender().send(Stubs.text())).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(lookup()).isInstanceOf(LookupOutcome.Found.class);
        assertThat(vendor.clicksend.sender().delivery(Stubs.CLIENT, Stubs.ID).orElseThrow())
                .containsInstanceOf(DeliveryReport.Undelivered.class)
                .map(report -> ((DeliveryReport.Undelivered) report).reason())
                .contains(NonDelivery.INVALID_NUMBER);
    }

    @Test // row 9
    void a_throttled_text_may_be_our_own_earlier_one() {
        vendor.on("POST", SEND, Stubs.sent("", Stubs.OUR_KEY, "THROTTLED"));
        vendor.on("GET", HISTORY, page(1, past(PRIYA, Stubs.OUR_KEY, "Sent", "200", "sent")));
        assertThat(vendor.clicksend.sender().send(Stubs.text())).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(lookup()).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test // row 10
    void the_history_may_be_a_list_or_a_page() {
        vendor.on("GET", HISTORY, "{\"data\":[" + past(PRIYA, Stubs.OUR_KEY, "Sent", "200", "sent") + "]}");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Found.class);
        vendor.on("GET", HISTORY, "{\"data\":[]}");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Absent.class);
        vendor.on("GET", HISTORY, "{\"data\":\"?\"}");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test // row 11, clicksend 7: from two minutes before the call, newest first, a hundred a page
    void the_recipient_is_asked_for_with_an_escaped_plus() {
        vendor.on("GET", HISTORY, page(1, ""));
        lookup();
        String url = vendor.asked("GET", HISTORY).getFirst().getUrl();
        assertThat(url)
                .contains("%2B61491570006")
                .contains("date_from="
                        + vendor.clock.now().minus(Duration.ofSeconds(120)).getEpochSecond())
                .contains("limit=100");
        assertThat(vendor.asked("GET", HISTORY).getFirst().queryParameter("q").firstValue())
                .isEqualTo("to:+61491570006");
    }

    @Test // clicksend 4.4
    void a_receipt_says_what_became_of_a_text_and_nothing_is_nothing() {
        vendor.on(
                "GET",
                "/v3/sms/receipts/" + Stubs.ID,
                "{\"data\":{\"timestamp\":\"1788308200\",\"status_code\":\"201\"}}");
        assertThat(vendor.clicksend.sender().delivery(Stubs.CLIENT, Stubs.ID).orElseThrow())
                .containsInstanceOf(DeliveryReport.Delivered.class);
        vendor.on("GET", "/v3/sms/receipts/" + Stubs.ID, aResponse().withStatus(404));
        vendor.on("GET", HISTORY, page(1, ""));
        assertThat(vendor.clicksend.sender().delivery(Stubs.CLIENT, Stubs.ID).orElseThrow())
                .isEqualTo(Optional.empty());
    }
}
