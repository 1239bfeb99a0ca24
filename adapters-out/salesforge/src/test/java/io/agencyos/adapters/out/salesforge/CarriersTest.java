package io.agencyos.adapters.out.salesforge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.salesforge.Vendor.CLIENT;
import static io.agencyos.adapters.out.salesforge.Vendor.M;
import static io.agencyos.adapters.out.salesforge.Vendor.WS;
import static io.agencyos.adapters.out.salesforge.Vendor.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarriersTest {

    private static final String SEQUENCES = WS + "/sequences";
    private static final String ONE = SEQUENCES + "/seq_c1";

    private final Vendor vendor = new Vendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private void emptyWorkspace() {
        vendor.on("GET", SEQUENCES, 200, page(0, ""));
        vendor.on("GET", WS + "/products", 200, page(1, "{\"id\":\"prod_1\",\"name\":\"Agency OS\"}"));
        vendor.on("POST", SEQUENCES, 201, "{\"id\":\"seq_c1\",\"status\":\"draft\",\"name\":\"aos mbox_77 #1\"}");
        vendor.on("GET", ONE, 200, "{\"id\":\"seq_c1\",\"status\":\"draft\",\"steps\":[{\"id\":\"stp_4\"}]}");
        for (String part : List.of("", "/steps", "/schedules")) {
            vendor.on("PUT", ONE + part, 200, "{}");
        }
        vendor.on("PUT", ONE + "/mailboxes", 204, "");
        vendor.on("PUT", ONE + "/status", 204, "");
        vendor.on("POST", WS + "/contacts", 201, Vendor.contact());
        vendor.on("PUT", ONE + "/contacts", 204, "");
    }

    private Result<Integer, VendorFailure> prepareFirst() {
        return vendor.salesforge.carriers().prepareCarriers(CLIENT, M, 1, 1);
    }

    private String state() {
        return vendor.objects
                .find(CLIENT, "salesforge", Carrier.KIND, "aos mbox_77 #1")
                .orElseThrow()
                .state();
    }

    private Result<Integer, VendorFailure> tend() {
        return vendor.salesforge.upkeep().tend(CLIENT);
    }

    private void mailboxes(String... states) {
        vendor.on("GET", WS + "/mailboxes", 200, page(states.length, String.join(",", states)));
    }

    private static String mailbox(String status) {
        return "{\"id\":\"mbox_77\",\"address\":\"sam@hello-harbour.example\",\"status\":\"" + status + "\"}";
    }

    @Test // salesforge Beyond "carrier gardening"
    void the_carriers_of_a_mailbox_that_is_gone_are_paused_and_taken_away_after_thirty_days() {
        vendor.carrier(1);
        vendor.on("PUT", ONE + "/status", 204, "");
        vendor.on("DELETE", ONE, 204, "");
        mailboxes(mailbox("access_lost"));
        assertThat(tend()).as("it may come back").isEqualTo(Result.ok(0));
        assertThat(state()).isEqualTo("active");

        mailboxes(mailbox("deleted"));
        assertThat(tend()).isEqualTo(Result.ok(1));
        assertThat(vendor.body("PUT", ONE + "/status")).isEqualTo("{\"status\":\"paused\"}");
        assertThat(state()).isEqualTo("retired");
        vendor.clock.advance(Duration.ofDays(29));
        assertThat(tend()).isEqualTo(Result.ok(1));
        assertThat(vendor.requests("DELETE", ONE)).isZero();

        vendor.clock.advance(Duration.ofDays(1));
        mailboxes();
        assertThat(tend()).isEqualTo(Result.ok(0));
        assertThat(vendor.requests("DELETE", ONE)).isEqualTo(1);
        assertThat(vendor.requests("PUT", ONE + "/status")).isEqualTo(1);
        assertThat(vendor.objects.list(CLIENT, "salesforge", Carrier.KIND)).isEmpty();
    }

    @Test // salesforge Beyond "carrier gardening"
    void a_mailbox_that_is_there_again_is_sent_from_again() {
        vendor.carrier(1);
        emptyWorkspace();
        vendor.on("GET", SEQUENCES, 200, page(1, "{\"id\":\"seq_c1\",\"name\":\"aos mbox_77 #1\"}"));
        vendor.on("GET", ONE, 200, "{\"id\":\"seq_c1\",\"status\":\"paused\",\"steps\":[{\"id\":\"stp_4\"}]}");
        mailboxes();
        tend();
        mailboxes(mailbox("active"));
        assertThat(tend()).isEqualTo(Result.ok(0));
        assertThat(vendor.salesforge.upkeep().catchUp(CLIENT).isOk()).isTrue();
        assertThat(vendor.salesforge.upkeep().catchUp(CLIENT).isOk()).isTrue();

        assertThat(state()).isEqualTo("active");
        assertThat(vendor.body("PUT", ONE + "/status")).isEqualTo("{\"status\":\"active\"}");
    }

    @Test // what may still leave is not forgotten, and a vendor that does not answer has said nothing
    void a_carrier_in_use_stays_and_without_the_list_of_mailboxes_nothing_is_touched() {
        vendor.carrier(1);
        vendor.on("GET", WS + "/mailboxes", aResponse().withStatus(500));
        assertThat(tend().isOk()).isFalse();
        assertThat(state()).isEqualTo("active");

        vendor.on("PUT", ONE + "/status", 404, "{\"message\":\"no\"}");
        mailboxes();
        assertThat(tend()).isEqualTo(Result.ok(1));
        vendor.objects.put(new Flight(
                        CLIENT,
                        new EmailAddress("priya@harbourlane.example"),
                        "lead_1",
                        "seq_c1",
                        "sam@hello-harbour.example",
                        vendor.clock.now(),
                        null)
                .object(Flight.KIND));
        vendor.clock.advance(Duration.ofDays(31));
        assertThat(tend()).isEqualTo(Result.ok(1));
        assertThat(vendor.requests("DELETE", ONE)).isZero();
    }

    @Test // salesforge 11 row 9, salesforge 4.4
    void a_carrier_is_made_step_by_step_and_not_activated_while_it_is_empty() {
        emptyWorkspace();
        assertThat(prepareFirst()).isEqualTo(Result.ok(1));
        assertThat(vendor.journal())
                .containsExactly(
                        "GET " + SEQUENCES,
                        "GET " + WS + "/products",
                        "POST " + SEQUENCES,
                        "GET " + ONE,
                        "PUT " + ONE,
                        "PUT " + ONE + "/steps",
                        "PUT " + ONE + "/schedules",
                        "PUT " + ONE + "/mailboxes");
        assertThat(vendor.body("POST", SEQUENCES))
                .isEqualTo("{\"name\":\"aos mbox_77 #1\",\"productId\":\"prod_1\","
                        + "\"language\":\"british_english\",\"timezone\":\"Australia/Sydney\"}");
        assertThat(vendor.body("PUT", ONE))
                .isEqualTo("{\"openTrackingEnabled\":true,\"clickTrackingEnabled\":false,"
                               + "\"plainTextEmailsEnabled\":false,\"unsubscribeLinkEnabled\":false,\"stopOnDomainReplyEnabled\":false,"
                               + "\"bounceProtectorEnabled\":true,\"trackingDomainEnabled\":\"false\"}");
        assertThat(vendor.body("PUT", ONE + "/steps"))
                .isEqualTo("{\"steps\":[{\"id\":\"stp_4\",\"name\":\"carrier\","
                               + "\"order\":0,\"waitDays\":0,\"distributionStrategy\":\"equal\",\"variants\":[{\"label\":\"A\",\"order\":0,"
                               + "\"status\":\"active\",\"emailSubject\":\"{{aos_subject}}\",\"emailContent\":\"{{aos_body}}\","
                               + "\"distributionWeight\":100}]}]}");
        assertThat(vendor.body("PUT", ONE + "/schedules"))
                .startsWith("{\"schedules\":[{\"weekday\":0,\"fromHour\":0,\"toHour\":24}")
                .endsWith("{\"weekday\":6,\"fromHour\":0,\"toHour\":24}]}");
        assertThat(vendor.body("PUT", ONE + "/mailboxes")).isEqualTo("{\"mailboxIds\":[\"mbox_77\"]}");
        assertThat(state()).isEqualTo("ready");
    }

    @Test // salesforge 11 row 9, second half
    void a_wanted_carrier_is_made_by_the_job_and_activated_after_the_first_enrolment() {
        emptyWorkspace();
        vendor.salesforge.sender().send(vendor.email().build());
        assertThat(vendor.salesforge.upkeep().catchUp(CLIENT)).isEqualTo(Result.ok(0));
        assertThat(vendor.requests("PUT", ONE + "/status")).isZero();
        assertThat(vendor.salesforge.sender().send(vendor.email().build())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(vendor.requests("PUT", ONE + "/status")).isEqualTo(1);
        assertThat(vendor.body("PUT", ONE + "/status")).isEqualTo("{\"status\":\"active\"}");
        assertThat(state()).isEqualTo("active");
    }

    @Test // salesforge 5 step 5
    void an_activation_that_fails_is_repeated_by_the_job_and_the_email_stays_accepted() {
        emptyWorkspace();
        prepareFirst();
        vendor.on("PUT", ONE + "/status", 400, "{\"message\":\"not yet\"}");
        assertThat(vendor.salesforge.sender().send(vendor.email().build())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(state()).isEqualTo("started");
        assertThat(vendor.salesforge.upkeep().catchUp(CLIENT).isOk()).isFalse();
        vendor.on("PUT", ONE + "/status", 204, "");
        assertThat(vendor.salesforge.upkeep().catchUp(CLIENT)).isEqualTo(Result.ok(0));
        assertThat(state()).isEqualTo("active");
    }

    @Test // salesforge 11 row 10, salesforge 6
    void a_carrier_that_the_vendor_has_under_its_name_is_not_made_again() {
        emptyWorkspace();
        vendor.onPage(SEQUENCES, 0, Vendor.json(page(2, "{\"id\":\"seq_x\",\"name\":\"aos mbox_77 #10\"}")));
        vendor.onPage(SEQUENCES, 1, Vendor.json(page(2, "{\"id\":\"seq_c1\",\"name\":\"aos mbox_77 #1\"}")));
        assertThat(prepareFirst().isOk()).isTrue();
        assertThat(vendor.requests("POST", SEQUENCES)).isZero();
        assertThat(state()).isEqualTo("ready");
    }

    @Test // salesforge 5: found again by name after data loss
    void a_carrier_that_is_running_already_is_taken_over_untouched() {
        emptyWorkspace();
        vendor.on("GET", SEQUENCES, 200, page(1, "{\"id\":\"seq_c1\",\"name\":\"aos mbox_77 #1\"}"));
        vendor.on("GET", ONE, 200, "{\"id\":\"seq_c1\",\"status\":\"active\",\"steps\":[{\"id\":\"stp_4\"}]}");
        assertThat(prepareFirst().isOk()).isTrue();
        assertThat(vendor.requests("PUT", ONE + "/steps")).isZero();
        assertThat(state()).isEqualTo("started");
    }

    @Test // salesforge 11 row 10, second half
    void a_draft_without_a_step_fails_clearly_and_leaves_nothing_active() {
        emptyWorkspace();
        vendor.on("GET", ONE, 200, "{\"id\":\"seq_c1\",\"status\":\"draft\",\"steps\":[]}");
        assertThat(prepareFirst())
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        err -> assertThat(
                                        ((VendorFailure) err.error()).details().message())
                                .isEqualTo("the draft of carrier aos mbox_77 #1 has no step to fill"));
        assertThat(vendor.requests("PUT", ONE + "/status")).isZero();
        assertThat(state()).isEqualTo("wanted");
    }

    @Test // salesforge 6: list by name first, then create
    void a_creation_without_an_answer_is_not_repeated_but_looked_for() {
        emptyWorkspace();
        vendor.on("POST", SEQUENCES, aResponse().withStatus(201).withFixedDelay(3_000));
        assertThat(prepareFirst().isOk()).isFalse();
        assertThat(vendor.requests("POST", SEQUENCES)).isEqualTo(1);
        vendor.on("GET", SEQUENCES, 200, page(1, "{\"id\":\"seq_c1\",\"name\":\"aos mbox_77 #1\"}"));
        assertThat(prepareFirst().isOk()).isTrue();
        assertThat(vendor.requests("POST", SEQUENCES)).isEqualTo(1);
    }

    @Test // salesforge 11 row 11
    void two_jobs_at_once_make_one_carrier() throws InterruptedException, ExecutionException {
        emptyWorkspace();
        Callable<Result<Integer, VendorFailure>> job = this::prepareFirst;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Result<Integer, VendorFailure>> one : threads.invokeAll(List.of(job, job))) {
                assertThat(one.get().isOk()).isTrue();
            }
        }
        assertThat(vendor.requests("POST", SEQUENCES)).isEqualTo(1);
    }

    @Test // salesforge 5: maxK
    void there_are_at_most_twelve_carriers_of_a_mailbox() {
        for (int k = 1; k <= 12; k++) {
            vendor.carrier(k);
        }
        assertThat(vendor.salesforge.carriers().prepareCarriers(CLIENT, M, 1, 20))
                .isEqualTo(Result.ok(12));
        assertThat(vendor.requests()).isZero();
    }
}
