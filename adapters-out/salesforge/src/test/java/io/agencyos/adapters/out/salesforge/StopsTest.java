package io.agencyos.adapters.out.salesforge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.salesforge.Vendor.CLIENT;
import static io.agencyos.adapters.out.salesforge.Vendor.WS;
import static io.agencyos.adapters.out.salesforge.Vendor.contact;
import static io.agencyos.adapters.out.salesforge.Vendor.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.outreach.channel.EmailSender.Recall;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StopsTest {

    private static final String ADD = WS + "/dnc/bulk";
    private static final String REMOVE = WS + "/dnc/bulk/remove";
    private static final String CONTACT = WS + "/contacts/lead_9f1c2d";
    private static final EmailAddress PRIYA = new EmailAddress("priya@harbourlane.example");

    private final Vendor vendor = new Vendor();

    @BeforeEach
    void start() {
        vendor.willing();
        vendor.on("POST", ADD, 201, "{\"created\":1}");
        vendor.on("POST", REMOVE, 204, "");
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    private Recall recall() {
        return vendor.salesforge.sender().recall(CLIENT, PRIYA).orElseThrow();
    }

    private void enrolled() {
        vendor.salesforge.sender().send(vendor.email().build());
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "active"));
    }

    @Test // salesforge 5, stop events: nothing unsent
    void nothing_unsent_needs_no_call_to_the_list() {
        assertThat(recall()).isEqualTo(Recall.NOTHING_UNSENT);
        enrolled();
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "finished"));
        assertThat(recall()).isEqualTo(Recall.NOTHING_UNSENT);
        assertThat(vendor.requests("POST", ADD)).isZero();
    }

    @Test // salesforge 11 row 15
    void what_is_unsent_after_three_days_is_kept_from_leaving() {
        enrolled();
        vendor.clock.advance(Duration.ofHours(71));
        vendor.salesforge.upkeep().catchUp(CLIENT);
        assertThat(vendor.requests("POST", ADD)).isZero();
        vendor.clock.advance(Duration.ofHours(1));
        assertThat(vendor.salesforge.upkeep().catchUp(CLIENT)).isEqualTo(Result.ok(1));
        assertThat(vendor.body("POST", ADD)).isEqualTo("{\"dncs\":[\"priya@harbourlane.example\"]}");
        assertThat(vendor.requests("POST", REMOVE)).isZero();
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "dnc"));
        assertThat(vendor.salesforge.upkeep().catchUp(CLIENT)).isEqualTo(Result.ok(0));
        assertThat(vendor.body("POST", REMOVE)).isEqualTo("{\"dncs\":[\"priya@harbourlane.example\"]}");
    }

    @Test // salesforge 11 row 16
    void a_stop_that_comes_too_late_says_so_and_leaves_no_entry() {
        enrolled();
        assertThat(recall()).isEqualTo(Recall.PENDING);
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "contacted"));
        assertThat(recall()).isEqualTo(Recall.TOO_LATE);
        assertThat(vendor.requests("POST", REMOVE)).isEqualTo(1);
    }

    @Test // salesforge 5, stop events: unless a lasting suppression exists
    void a_lasting_suppression_outlives_the_recall() {
        enrolled();
        assertThat(recall()).isEqualTo(Recall.PENDING);
        vendor.salesforge.sender().suppress(CLIENT, List.of(PRIYA));
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "dnc"));
        assertThat(recall()).isEqualTo(Recall.STOPPED);
        assertThat(vendor.requests("POST", REMOVE)).isZero();
    }

    @Test // salesforge 11 row 17, first half
    void after_a_crash_between_adding_and_removing_the_job_goes_on() {
        enrolled();
        assertThat(recall()).isEqualTo(Recall.PENDING);
        Salesforge afterRestart = new Salesforge(
                vendor.accounts,
                SalesforgeSettings.live().at(URI.create(vendor.server.baseUrl()), URI.create(vendor.server.baseUrl())),
                vendor.http,
                vendor.objects,
                vendor.clock);
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "dnc"));
        assertThat(afterRestart.upkeep().catchUp(CLIENT)).isEqualTo(Result.ok(0));
        assertThat(vendor.requests("POST", REMOVE)).isEqualTo(1);
    }

    @Test // salesforge 11 row 17, second half
    void an_address_that_a_person_put_on_the_list_is_an_opt_out_and_stays() {
        enrolled();
        recall();
        vendor.salesforge.sender().suppress(CLIENT, List.of(new EmailAddress("noor@cove.example")));
        vendor.on("GET", WS + "/threads", 200, page(0, ""));
        vendor.on("GET", WS + "/contacts", 200, page(0, ""));
        vendor.on(
                "GET",
                WS + "/dnc",
                200,
                page(
                        4,
                        "{\"value\":\"priya@harbourlane.example\",\"type\":\"email\"},"
                            + "{\"value\":\"noor@cove.example\",\"type\":\"email\"},"
                            + "{\"value\":\"competitor.example\",\"type\":\"domain\"},"
                            + "{\"value\":\"zoe@cove.example\",\"type\":\"email\",\"createdAt\":\"2026-08-31T10:00:00Z\"}"));
        List<MailEvent> optOuts = RepliesTest.readAll(vendor, null).events().stream()
                .filter(MailEvent.OptedOut.class::isInstance)
                .toList();
        assertThat(optOuts).hasSize(1);
        assertThat(optOuts.getFirst()).isInstanceOfSatisfying(MailEvent.OptedOut.class, optOut -> {
            assertThat(optOut.about().recipient()).isEqualTo(new EmailAddress("zoe@cove.example"));
            assertThat(optOut.at()).isEqualTo(Instant.parse("2026-08-31T10:00:00Z"));
        });
        assertThat(vendor.requests("POST", REMOVE)).isZero();
    }

    @Test // salesforge 11 row 20
    void many_addresses_go_in_parts_of_a_thousand_and_what_is_there_already_is_no_failure() {
        List<EmailAddress> many = IntStream.range(0, 2_500)
                .mapToObj(i -> new EmailAddress("p" + i + "@cove.example"))
                .toList();
        vendor.inTurn(
                "POST",
                ADD,
                aResponse().withStatus(201).withBody("{\"created\":1000}"),
                aResponse().withStatus(409).withBody("{\"message\":\"exists\"}"),
                aResponse().withStatus(201).withBody("{\"created\":500}"));
        assertThat(vendor.salesforge.sender().suppress(CLIENT, many)).isEqualTo(Result.ok(true));
        assertThat(vendor.requests("POST", ADD)).isEqualTo(3);
    }
}
