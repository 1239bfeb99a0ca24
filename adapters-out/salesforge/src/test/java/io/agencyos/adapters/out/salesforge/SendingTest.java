package io.agencyos.adapters.out.salesforge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.salesforge.Vendor.CLIENT;
import static io.agencyos.adapters.out.salesforge.Vendor.WS;
import static io.agencyos.adapters.out.salesforge.Vendor.contact;
import static io.agencyos.adapters.out.salesforge.Vendor.json;
import static io.agencyos.adapters.out.salesforge.Vendor.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailCommands;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest {

    private static final String ENROL = WS + "/sequences/seq_c1/contacts";
    private static final String CONTACT = WS + "/contacts/lead_9f1c2d";

    private final Vendor vendor = new Vendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private SendOutcome send(EmailCommand command) {
        return vendor.salesforge.sender().send(command);
    }

    private SendOutcome send() {
        return send(vendor.email().build());
    }

    private LookupOutcome lookup() {
        return vendor.salesforge.sender().lookup(vendor.email().build(), vendor.clock.now());
    }

    private static void waits(SendOutcome outcome, Duration wait) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SendOutcome.NotAccepted.class,
                        notYet -> assertThat(notYet.retryAfter()).isEqualTo(wait));
    }

    @Test // salesforge 11 row 3
    void an_upsert_and_an_enrolment_are_an_accepted_email() {
        vendor.willing();
        assertThat(send()).isEqualTo(new SendOutcome.Accepted("seq_c1/lead_9f1c2d"));
        assertThat(vendor.requests("PUT", ENROL)).isEqualTo(1);
        assertThat(vendor.body("PUT", ENROL)).isEqualTo("{\"contactIds\":[\"lead_9f1c2d\"]}");
    }

    @Test // salesforge 5: variables written
    void the_contact_carries_subject_body_and_key() {
        vendor.willing();
        EmailCommand email = vendor.email().build();
        send(email);
        assertThat(vendor.body("POST", WS + "/contacts"))
                .contains("\"aos_key\":\"" + email.idempotencyKey() + "\"")
                .contains("\"aos_subject\":\"Quick idea for Harbour Lane\"")
                .contains("\"aos_body\":\"<p>Hi Priya,</p>")
                .contains("\"position\":\"Founder\"")
                .contains("\"tags\":[\"agency-os\"]");
        assertThat(email.idempotencyKey()).hasSize(37);
    }

    @Test // salesforge 10: a missing first name
    void a_missing_first_name_is_taken_from_the_address() {
        vendor.willing();
        send(vendor.email().firstName(null).build());
        assertThat(vendor.body("POST", WS + "/contacts")).contains("\"firstName\":\"Priya\"");
        assertThat(ContactBodies.guessed("priya.raman")).isEqualTo("Priya");
        assertThat(ContactBodies.guessed("noor7")).isEqualTo("Noor");
        assertThat(ContactBodies.guessed("j-doe")).isEqualTo("J");
        assertThat(ContactBodies.guessed("7of9")).isEqualTo("7of9");
    }

    @Test // salesforge 11 row 4
    void a_contact_that_joined_before_is_never_enrolled_again() {
        vendor.willing();
        vendor.on("POST", WS + "/contacts", 201, contact("seq_c1", "active"));
        assertThat(send()).isEqualTo(new SendOutcome.Accepted("seq_c1/lead_9f1c2d"));
        assertThat(vendor.requests("PUT", ENROL)).isZero();
    }

    @Test // salesforge 11 row 5
    void an_enrolment_without_an_answer_is_ambiguous_and_found_by_the_contacts_sequences() {
        vendor.willing();
        vendor.on("PUT", ENROL, aResponse().withStatus(204).withFixedDelay(3_000));
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "active"));
        assertThat(lookup()).isEqualTo(new LookupOutcome.Found("seq_c1/lead_9f1c2d", null));
        assertThat(vendor.requests("PUT", ENROL)).isEqualTo(1);
    }

    @Test // salesforge 5: worked example
    void the_third_email_of_a_mailbox_is_found_beside_the_first_two() {
        vendor.willing();
        vendor.carrier(3);
        String joined = contact("seq_c1", "finished", "seq_c2", "finished");
        vendor.on("POST", WS + "/contacts", 201, joined);
        vendor.on("PUT", WS + "/sequences/seq_c3/contacts", aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(vendor.salesforge.sender().slotFor(2)).isEqualTo("3");
        EmailCommand third = vendor.email().slot("3").build();
        assertThat(send(third)).isInstanceOf(SendOutcome.Ambiguous.class);
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "finished", "seq_c2", "finished", "seq_c3", "active"));
        assertThat(vendor.salesforge.sender().lookup(third, vendor.clock.now()))
                .isEqualTo(new LookupOutcome.Found("seq_c3/lead_9f1c2d", null));
        assertThat(vendor.requests("PUT", WS + "/sequences/seq_c3/contacts")).isEqualTo(1);
    }

    @Test // salesforge 11 row 6
    void an_enrolment_that_left_no_trace_is_absent_and_requeued_through_the_same_carrier() {
        vendor.willing();
        vendor.on("PUT", ENROL, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(lookup()).isInstanceOf(LookupOutcome.Absent.class);
        vendor.on("PUT", ENROL, 204, "");
        assertThat(send()).isEqualTo(new SendOutcome.Accepted("seq_c1/lead_9f1c2d"));
        assertThat(vendor.requests("PUT", ENROL)).isEqualTo(2);
    }

    @Test // salesforge 5: look-up by sending data
    void a_row_of_the_sending_data_is_found_with_its_time() {
        vendor.willing();
        send();
        vendor.onPage(WS + "/sending-data", 0, json(page(101, other(100))));
        vendor.onPage(
                WS + "/sending-data",
                100,
                json(
                        page(
                                101,
                                "{\"sequenceId\":\"seq_c1\",\"contactId\":\"lead_9f1c2d\",\"sent\":\"2026-09-02T00:15:21Z\"}")));
        assertThat(lookup())
                .isEqualTo(new LookupOutcome.Found("seq_c1/lead_9f1c2d", Instant.parse("2026-09-02T00:15:21Z")));
    }

    private static String other(int rows) {
        return String.join(
                ",",
                Collections.nCopies(
                        rows, "{\"sequenceId\":\"seq_x\",\"contactId\":\"lead_x\",\"sent\":\"2026-09-01T00:15:21Z\"}"));
    }

    @Test // salesforge 11 row 7
    void a_page_that_cannot_be_read_makes_the_lookup_inconclusive() {
        vendor.willing();
        send();
        vendor.onPage(WS + "/sending-data", 0, json(page(101, other(100))));
        vendor.onPage(WS + "/sending-data", 100, aResponse().withStatus(500));
        assertThat(lookup()).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test // salesforge 5: anything unreadable
    void a_contact_that_cannot_be_read_makes_the_lookup_inconclusive() {
        vendor.willing();
        send();
        vendor.on("GET", CONTACT, 200, "{\"id\":\"lead_9f1c2d\",\"sequences\":[{\"name\":");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test // salesforge 11 row 8
    void a_second_email_waits_while_the_first_is_unsent() {
        vendor.willing();
        vendor.carrier(2);
        send();
        int before = vendor.requests();
        waits(send(vendor.email().slot("2").build()), Duration.ofMinutes(15));
        assertThat(vendor.requests()).isEqualTo(before);
    }

    @Test // salesforge 5: one in flight
    void after_a_quarter_of_an_hour_the_contact_is_asked_before_its_variables_are_touched() {
        vendor.willing();
        vendor.carrier(2);
        vendor.on("PUT", WS + "/sequences/seq_c2/contacts", 204, "");
        send();
        vendor.clock.advance(Duration.ofMinutes(15));
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "active"));
        waits(send(vendor.email().slot("2").build()), Duration.ofMinutes(15));
        assertThat(vendor.requests("POST", WS + "/contacts")).isEqualTo(1);
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "finished"));
        assertThat(send(vendor.email().slot("2").build())).isEqualTo(new SendOutcome.Accepted("seq_c2/lead_9f1c2d"));
    }

    @Test // salesforge 11 row 9, first half
    void a_carrier_that_is_not_there_is_asked_for_and_nothing_is_sent() {
        waits(send(), Duration.ofSeconds(60));
        assertThat(vendor.requests()).isZero();
        assertThat(vendor.objects.find(CLIENT, "salesforge", Carrier.KIND, "aos mbox_77 #1"))
                .hasValueSatisfying(wanted -> assertThat(wanted.state()).isEqualTo("wanted"));
    }

    @Test // salesforge 11 row 12, salesforge 10
    void what_the_vendor_could_not_carry_is_invalid_without_a_call() {
        vendor.willing();
        EmailCommands email = vendor.email();
        List<EmailCommand> impossible = List.of(
                email.html("<p>{{foo}}</p>").build(),
                email.slot("13").build(),
                email.subject("a\nb").build(),
                email.subject(" ").build(),
                email.html("").build(),
                email.slot("x").build());
        assertThat(impossible)
                .allSatisfy(command -> assertThat(send(command))
                        .isInstanceOfSatisfying(
                                SendOutcome.Rejected.class,
                                rejected -> assertThat(rejected.failure()).isInstanceOf(VendorFailure.Invalid.class)));
        assertThat(send(email.slot("13").build()))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        rejected -> assertThat(((VendorFailure.Invalid) rejected.failure()).field())
                                .isEqualTo("no_more_carriers"));
        assertThat(vendor.requests()).isZero();
    }

    @ParameterizedTest(name = "{0} {1} is {2}") // salesforge 11 row 13
    @CsvSource({
        "402,out of contact credits,out_of_credits,",
        "422,insufficient active contact capacity,out_of_credits,CAPACITY",
        "422,insufficient remaining active credits balance,out_of_credits,CAPACITY",
        "422,contact is malformed,invalid,",
        "409,conflict,conflict,",
        "404,no such sequence,not_found,",
        "403,plan lacks it,unauthorized,SCOPE",
        "401,bad key,unauthorized,"
    })
    void a_refused_enrolment_is_a_definite_no(int status, String message, String kind, String code) {
        vendor.willing();
        vendor.on("PUT", ENROL, status, "{\"message\":\"" + message + "\",\"data\":null}");
        assertThat(send()).isInstanceOfSatisfying(SendOutcome.Rejected.class, rejected -> {
            assertThat(rejected.failure().kind()).isEqualTo(kind);
            assertThat(rejected.failure().details().vendorCode()).isEqualTo(code);
            assertThat(rejected.failure().details().message()).isEqualTo(message);
        });
        assertThat(vendor.objects.list(CLIENT, "salesforge", Flight.KIND))
                .as("nothing is in flight")
                .isEmpty();
    }

    @Test // salesforge 7: 423
    void a_busy_enrolment_is_not_accepted_for_ten_seconds() {
        vendor.willing();
        vendor.on("PUT", ENROL, 423, "{\"code\":\"enrollment_confirmation_busy\"}");
        waits(send(), Duration.ofSeconds(10));
    }

    @Test // salesforge 11 row 33
    void a_rate_limit_says_nine_seconds_or_a_minute() {
        vendor.willing();
        vendor.on("PUT", ENROL, aResponse().withStatus(429).withHeader("Retry-After", "9"));
        waits(send(), Duration.ofSeconds(9));
        vendor.on("PUT", ENROL, aResponse().withStatus(429));
        waits(send(), Duration.ofSeconds(60));
    }

    @Test // salesforge 11 row 34
    void a_read_is_repeated_and_an_enrolment_is_not() {
        vendor.willing();
        vendor.on("PUT", ENROL, 500, "");
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(vendor.requests("PUT", ENROL)).isEqualTo(1);
        vendor.on("GET", CONTACT, 500, "");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Inconclusive.class);
        assertThat(vendor.requests("GET", CONTACT)).isEqualTo(3);
    }

    @Test // salesforge 5 step 2: nothing was sent
    void an_upsert_that_is_lost_is_repeated_and_then_not_accepted() {
        vendor.willing();
        vendor.on("POST", WS + "/contacts", 500, "");
        assertThat(send())
                .isInstanceOfSatisfying(
                        SendOutcome.NotAccepted.class,
                        outcome -> assertThat(outcome.failure().ambiguous()).isFalse());
        assertThat(vendor.requests("POST", WS + "/contacts")).isEqualTo(3);
        assertThat(vendor.requests("PUT", ENROL)).isZero();
    }

    @Test // salesforge 11 row 36
    void another_tenants_mailbox_or_thread_is_refused_without_a_call() {
        ClientId stranger = new ClientId(new UUID(0, 9));
        EmailCommand foreignMailbox = EmailCommands.email(
                        Vendor.mailbox(stranger, "mbox_1"), "x", "priya@harbourlane.example", vendor.clock.now())
                .build();
        assertThat(send(foreignMailbox))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        rejected -> assertThat(rejected.failure().details().message())
                                .isEqualTo("salesforge is not configured"));
        assertThat(send(vendor.email().answering("wks_2/mbox_77/thr_51/eml_9").build()))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        rejected -> assertThat(rejected.failure())
                                .isInstanceOfSatisfying(
                                        VendorFailure.Invalid.class,
                                        invalid -> assertThat(invalid.field()).isEqualTo("workspace")));
        assertThat(vendor.requests()).isZero();
    }

    @Test // salesforge 1, 5
    void the_sender_says_what_it_can_and_cannot() {
        var sender = vendor.salesforge.sender();
        assertThat(sender.semantics().nativeIdempotency()).isFalse();
        assertThat(sender.semantics().settleDelay()).isEqualTo(Duration.ofMinutes(10));
        assertThat(sender.semantics().requeueOnceIfAbsent()).isTrue();
        assertThat(sender.capabilities().ownMessageId()).isFalse();
        assertThat(sender.capabilities().deliveredEvents()).isFalse();
    }

    @Test // salesforge 3 S1, index 7
    void the_connection_is_checked_by_key_and_workspace() {
        vendor.on("GET", "/me", 200, "{\"accountId\":\"acc\",\"apiKeyName\":\"k\"}");
        vendor.on("GET", WS, 200, "{\"id\":\"wks_1\",\"name\":\"Harbour agency\"}");
        assertThat(vendor.salesforge.sender().checkConnection(CLIENT).isOk()).isTrue();
        vendor.on("GET", WS, 404, "{\"message\":\"no\"}");
        assertThat(vendor.salesforge.sender().checkConnection(CLIENT).isOk()).isFalse();
    }
}
