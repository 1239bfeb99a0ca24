package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.salesforge.Signatures;
import io.agencyos.adapters.out.sandbox.world.PumpReport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks of salesforge.md 8 and the faults of 12 that strike them. */
class WebhookTest extends SandboxTest {

    private final Receiver product = new Receiver();
    private final Map<String, String> secrets = new HashMap<>();

    @AfterEach
    void close() {
        product.close();
    }

    /** Everybody is written to and six days pass. */
    private PumpReport campaign(VendorSandbox sandbox, FaultRule... faults) throws IOException {
        Agency agency = new Agency(sandbox.baseUrl());
        for (String type : List.of(
                "email_sent",
                "email_opened",
                "link_clicked",
                "email_replied",
                "email_bounced",
                "contact_unsubscribed",
                "dnc_added")) {
            secrets.put(type, agency.hook(type, product.url("/" + type)));
        }
        sandbox.setFaults(faults);
        String carrier = agency.carrier(1);
        for (Person person : sandbox.population().people()) {
            if (!person.email().isEmpty()) {
                Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
            }
        }
        agency.activate(carrier);
        return sandbox.pump(after(Duration.ofDays(6)));
    }

    @Test // salesforge 8: envelope, both headers, the right secret of each hook
    void every_webhook_carries_the_vendors_proof_and_envelope() throws IOException {
        VendorSandbox sandbox = sandbox(SandboxSettings.defaults().withPeople(400));
        PumpReport report = campaign(sandbox);
        assertThat(report.unanswered()).isZero();
        assertThat(product.calls).hasSize(report.calls());
        assertThat(product.types()).contains("email_sent", "email_opened", "email_replied", "email_bounced");
        long t = after(Duration.ofDays(6)).getEpochSecond();
        assertThat(product.calls).allSatisfy(call -> {
            String expected = Signatures.sign(secrets.get(call.type()), call.eventId(), t, call.raw());
            assertThat(call.signature()).isEqualTo("t=" + t + ",v1=" + expected);
            assertThat(call.path()).isEqualTo("/" + call.type());
            Body body = call.body();
            assertThat(body.body("webhookInfo").required("id"))
                    .isEqualTo(call.eventId())
                    .startsWith("wh_");
            assertThat(body.body("workspace").required("slug")).isEqualTo("harbour-agency");
            assertThat(body.body("sequenceEmail").required("toEmail"))
                    .isEqualTo(body.body("contact").required("email"));
            assertThat(body.body("mailbox").required("email")).isEqualTo("sam@hello-harbour.example");
        });
        assertThat(product.calls).extracting(Receiver.Call::eventId).doesNotHaveDuplicates();
    }

    @Test // outreach 8.7: bounce codes stand in the text
    void a_bounce_says_its_code() throws IOException {
        VendorSandbox sandbox = sandbox(SandboxSettings.defaults().withPeople(400));
        campaign(sandbox);
        assertThat(product.calls.stream().filter(call -> call.type().equals("email_bounced")))
                .isNotEmpty()
                .allSatisfy(
                        call -> assertThat(call.body().body("emailBouncedData").required("reason"))
                                .containsPattern("5\\.1\\.1|4\\.2\\.2|5\\.7\\.1"));
    }

    @Test // salesforge 12: webhook lost
    void a_lost_webhook_never_comes() throws IOException {
        campaign(sandbox(), FaultRule.odds(1_000_000, FaultKind.WEBHOOK_LOST, "^email_replied "));
        assertThat(product.types()).contains("email_sent").doesNotContain("email_replied");
    }

    @Test // salesforge 12: webhook doubled, with the same event id
    void a_doubled_webhook_comes_twice_with_one_id() throws IOException {
        campaign(sandbox(), FaultRule.next(5, FaultKind.WEBHOOK_DOUBLED, "^email_sent "));
        List<String> ids = product.calls.stream().map(Receiver.Call::eventId).toList();
        assertThat(ids.size() - ids.stream().distinct().count()).isEqualTo(5);
    }

    @Test // salesforge 12: reordered, reply before sent
    void a_reordered_webhook_comes_after_the_next_of_its_contact() throws IOException {
        campaign(sandbox(), FaultRule.odds(1_000_000, FaultKind.WEBHOOK_REORDERED, "^email_sent "));
        Map<String, String> firstOfContact = new HashMap<>();
        product.calls.forEach(
                call -> firstOfContact.putIfAbsent(call.body().body("contact").required("id"), call.type()));
        assertThat(firstOfContact.values()).contains("email_opened");
        assertThat(product.calls.stream().filter(call -> call.type().equals("email_replied")))
                .allSatisfy(reply -> assertThat(
                                firstOfContact.get(reply.body().body("contact").required("id")))
                        .isNotEqualTo("email_sent"));
    }

    @Test // salesforge 8: webhooks made in the web app are unsigned
    void an_unsigned_webhook_has_no_signature() throws IOException {
        campaign(sandbox(), FaultRule.next(3, FaultKind.WEBHOOK_UNSIGNED, ""));
        assertThat(product.calls.stream().filter(call -> call.signature().equals("null")))
                .hasSize(3);
    }

    @Test // salesforge 8: no retry on non-2xx
    void an_unreachable_product_is_called_once() throws IOException {
        product.close();
        VendorSandbox sandbox = sandbox();
        PumpReport report = campaign(sandbox);
        assertThat(report.unanswered()).isEqualTo(report.calls()).isPositive();
        assertThat(sandbox.pump(after(Duration.ofDays(6))).calls()).isZero();
    }

    @Test // a product that asks back while it is being called is answered
    void the_product_may_call_the_vendor_from_inside_a_webhook() throws IOException {
        VendorSandbox sandbox = sandbox();
        Wire wire = new Wire(sandbox.baseUrl());
        HttpServer asking = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        asking.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(wire.get(Agency.CORE + "/me").status(), -1);
            }
        });
        asking.start();
        try {
            Agency agency = new Agency(sandbox.baseUrl());
            agency.hook("email_sent", "http://127.0.0.1:" + asking.getAddress().getPort() + "/");
            String carrier = agency.carrier(1);
            Agency.done(agency.enrol(carrier, agency.contact(living(sandbox).getFirst(), 1)));
            agency.activate(carrier);
            PumpReport report = sandbox.pump(after(Duration.ofMinutes(10)));
            assertThat(report.calls()).isPositive();
            assertThat(report.unanswered()).isZero();
        } finally {
            asking.stop(0);
        }
    }

    @Test // outreach 8.6: our own link is the only opt-out in the mail; it is posted, as one click would
    void people_opt_out_by_our_own_link_where_that_is_set() throws IOException {
        VendorSandbox sandbox = sandbox(SandboxSettings.defaults()
                .withPeople(1)
                .withSalesforge(SalesforgeSettings.defaults().withOptOutLinks()));
        Agency agency = new Agency(sandbox.baseUrl(), "Harbour agency", "sam@hello-harbour.example", 100);
        agency.hook("contact_unsubscribed", product.url("/contact_unsubscribed"));
        for (int box = 0; box < 20; box++) {
            Agency sender = box == 0
                    ? agency
                    : new Agency(sandbox.baseUrl(), "Agency " + box, "sam" + box + "@hello-harbour.example", 100);
            String carrier = sender.carrier(1);
            for (int lead = 0; lead < 40; lead++) {
                Agency.done(sender.enrol(
                        carrier,
                        Agency.created(sender.wire.post(
                                sender.ws + "/contacts",
                                "firstName",
                                "Kim",
                                "email",
                                "kim" + box + "." + lead + "@harbourlane.example",
                                "customVars",
                                Map.of(
                                        "aos_subject",
                                        "An idea",
                                        "aos_body",
                                        "<a href=\"" + product.url("/u/token-" + lead) + "\">stop</a>")))));
            }
            sender.activate(carrier);
        }
        sandbox.pump(after(Duration.ofDays(4)));
        assertThat(product.calls).isNotEmpty().allSatisfy(call -> {
            assertThat(call.path()).startsWith("/u/token-");
            assertThat(call.raw()).isEqualTo("List-Unsubscribe=One-Click");
        });
    }
}
