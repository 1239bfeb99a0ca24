package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The delivery loop of salesforge.md 12 and what stops it. */
class DeliveryTest extends SandboxTest {

    @Test // salesforge 5: enrolled and active carrier, sent once, row with key and subject
    void an_enrolled_contact_of_an_active_carrier_gets_one_email() throws IOException {
        VendorSandbox sandbox = sandbox();
        Agency agency = new Agency(sandbox.baseUrl());
        Person person = living(sandbox).getFirst();
        String contact = agency.contact(person, 1);
        String carrier = agency.carrier(1);
        Agency.done(agency.enrol(carrier, contact));
        sandbox.pump(after(Duration.ofHours(1)));
        assertThat(agency.states(contact)).containsExactly("active");
        assertThat(emails(sandbox)).isEmpty();

        agency.activate(carrier);
        Agency.done(agency.enrol(carrier, contact));
        sandbox.pump(after(Duration.ofHours(2)));

        assertThat(emails(sandbox)).singleElement().satisfies(row -> {
            assertThat(row.toEmail()).isEqualTo(person.email());
            assertThat(row.subject()).isEqualTo("Quick idea 1");
            assertThat(row.aosKey()).isEqualTo("aos1-" + person.number() + "-1");
            assertThat(row.mailbox()).isEqualTo("sam@hello-harbour.example");
            assertThat(row.contactId()).isEqualTo(contact);
            assertThat(row.sequenceId()).isEqualTo(carrier);
        });
        assertThat(agency.states(contact)).doesNotContain("active");
        assertThat(sandbox.ledger().rows())
                .extracting(LedgerRow::kind)
                .containsExactly(LedgerRow.Kind.ENROLMENT, LedgerRow.Kind.EMAIL);
        assertThat(sandbox.ledger().doubleContacts()).isEmpty();
    }

    @Test // salesforge 5: variables belong to the contact and are read at delivery
    void a_second_write_before_delivery_changes_the_first_email() throws IOException {
        VendorSandbox sandbox = sandbox();
        Agency agency = new Agency(sandbox.baseUrl());
        Person person = living(sandbox).getFirst();
        String carrier = agency.carrier(1);
        Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
        agency.activate(carrier);
        agency.contact(person, 2);
        sandbox.pump(after(Duration.ofHours(1)));
        assertThat(emails(sandbox))
                .singleElement()
                .satisfies(row -> assertThat(row.subject()).isEqualTo("Quick idea 2"));
    }

    @Test // salesforge 5, contract test 15: the temporary do-not-contact takes an unsent e-mail out for good
    void a_contact_on_the_list_gets_nothing_even_after_it_left_the_list() throws IOException {
        VendorSandbox sandbox = sandbox();
        Agency agency = new Agency(sandbox.baseUrl());
        String contact = agency.contact("priya@harbourlane.example");
        String carrier = agency.carrier(1);
        Agency.done(agency.enrol(carrier, contact));
        agency.activate(carrier);
        agency.wire.post(agency.ws + "/dnc/bulk", "dncs", List.of("priya@harbourlane.example"));
        assertThat(agency.states(contact)).containsExactly("dnc");
        agency.wire.post(agency.ws + "/dnc/bulk/remove", "dncs", List.of("priya@harbourlane.example"));
        sandbox.pump(after(Duration.ofDays(1)));
        assertThat(emails(sandbox)).isEmpty();
    }

    @Test // salesforge 5, contract test 16: the list may come too late
    void the_list_takes_its_time_where_that_is_set() throws IOException {
        SalesforgeSettings slow = SalesforgeSettings.defaults().withDncDelay(Duration.ofMinutes(30));
        VendorSandbox sandbox =
                sandbox(SandboxSettings.defaults().withPeople(50).withSalesforge(slow));
        Agency agency = new Agency(sandbox.baseUrl());
        String contact = agency.contact(living(sandbox).getFirst(), 1);
        String carrier = agency.carrier(1);
        Agency.done(agency.enrol(carrier, contact));
        agency.activate(carrier);
        agency.wire.post(agency.ws + "/dnc/bulk", "dncs", List.of("competitor.example"));
        sandbox.pump(after(Duration.ofMinutes(5)));
        assertThat(emails(sandbox)).hasSize(1);
    }

    @Test // salesforge 4.4: a variable that a contact lacks makes that send fail at delivery
    void a_missing_variable_fails_at_delivery() throws IOException {
        VendorSandbox sandbox = sandbox();
        Agency agency = new Agency(sandbox.baseUrl());
        String carrier = agency.carrier(1);
        String contact = Agency.created(
                agency.wire.post(agency.ws + "/contacts", "firstName", "Priya", "email", "p@harbourlane.example"));
        Agency.done(agency.enrol(carrier, contact));
        agency.activate(carrier);
        sandbox.pump(after(Duration.ofHours(1)));
        assertThat(agency.states(contact)).containsExactly("failed");
    }

    @Test // salesforge 4.2: the vendor's daily limit is the second wall
    void no_mailbox_sends_more_than_its_daily_limit() throws IOException {
        VendorSandbox sandbox = sandbox();
        Agency agency = new Agency(sandbox.baseUrl(), "Harbour agency", "sam@hello-harbour.example", 3);
        String carrier = agency.carrier(1);
        for (Person person : living(sandbox).subList(0, 5)) {
            Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
        }
        agency.activate(carrier);
        sandbox.pump(after(Duration.ofHours(4)));
        assertThat(emails(sandbox)).hasSize(3);
        sandbox.pump(after(Duration.ofHours(30)));
        assertThat(emails(sandbox)).hasSize(5);
    }

    @Test // salesforge 12: mailbox flips to access_lost; nothing leaves until it is back
    void a_mailbox_that_lost_its_access_sends_nothing_until_it_is_back() throws IOException {
        VendorSandbox sandbox = sandbox();
        sandbox.setFaults(FaultRule.next(1, FaultKind.MAILBOX_ACCESS_LOST, "sam@"));
        Agency agency = new Agency(sandbox.baseUrl());
        String carrier = agency.carrier(1);
        Agency.done(agency.enrol(carrier, agency.contact(living(sandbox).getFirst(), 1)));
        agency.activate(carrier);
        sandbox.pump(after(Duration.ofHours(3)));
        Body mailbox =
                agency.wire.get(agency.ws + "/mailboxes/" + agency.mailbox).body();
        assertThat(mailbox.required("status")).isEqualTo("access_lost");
        assertThat(mailbox.required("disconnectReason")).isEqualTo("invalid credentials");
        assertThat(emails(sandbox)).isEmpty();
        Agency.done(agency.wire.put("/_sandbox/mailboxes/sam%40hello-harbour.example", "status", "active"));
        sandbox.pump(after(Duration.ofHours(6)));
        assertThat(emails(sandbox)).hasSize(1);
    }

    @Test // salesforge 4.6: threads of those who answered, paged, and our answer inside one
    void answers_are_threads_and_our_reply_joins_them() throws IOException {
        VendorSandbox sandbox = sandbox();
        Agency agency = new Agency(sandbox.baseUrl());
        String carrier = agency.carrier(1);
        for (Person person : living(sandbox)) {
            Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
        }
        agency.activate(carrier);
        sandbox.pump(after(Duration.ofDays(6)));
        Body page = agency.wire
                .get(agency.ws + "/threads?limit=2&offset=0&filter=unread")
                .body();
        int total = page.number("total").orElseThrow();
        assertThat(total).isGreaterThan(2);
        assertThat(page.bodies("data")).hasSize(2);
        Body lead = agency.wire.get(agency.ws + "/threads?limit=50").body().bodies("data").stream()
                .filter(thread -> thread.required("replyType").equals("lead_replied"))
                .findFirst()
                .orElseThrow();
        String path = agency.ws + "/threads/" + lead.required("id");
        Body last = agency.wire.get(path).body().bodies("emails").getLast();
        assertThat(last.required("fromAddress")).isEqualTo(lead.required("contactEmail"));
        assertThat(agency.wire.get(path).body().body("sequence").required("id")).isEqualTo(carrier);

        Wire.Answer reply = agency.wire.post(
                agency.ws + "/mailboxes/" + agency.mailbox + "/emails/" + last.required("emailId") + "/reply",
                "content",
                "<p>Thursday 10:00 works.</p>",
                "includeHistory",
                true);
        assertThat(reply.status()).isEqualTo(204);
        sandbox.pump(after(Duration.ofDays(6).plusMinutes(2)));
        Body answer = agency.wire.get(path).body().bodies("emails").getLast();
        assertThat(answer.required("content")).isEqualTo("<p>Thursday 10:00 works.</p>");
        assertThat(answer.required("fromAddress")).isEqualTo("sam@hello-harbour.example");
        assertThat(sandbox.ledger().rows().getLast().kind()).isEqualTo(LedgerRow.Kind.REPLY);
        assertThat(agency.wire.put(path + "/label", "labelId", "lbl_positive").status())
                .isEqualTo(204);
        assertThat(agency.wire.get(agency.ws + "/threads?filter=unread").body().number("total"))
                .hasValue(total - 1);
    }

    @Test // issue 4 point 7: replies from an alias, planted where the odds stand
    void some_people_answer_from_an_alias_where_it_is_asked_for() throws IOException {
        List<String> writers = writers(SandboxSettings.defaults()
                .withPeople(2_000)
                .withSalesforge(SalesforgeSettings.defaults().withAliases()));
        assertThat(writers).anyMatch(writer -> writer.startsWith("desk-of-"));
        assertThat(writers.stream()
                        .filter(writer -> writer.startsWith("desk-of-"))
                        .count())
                .isLessThan(writers.size() / 4);
    }

    private List<String> writers(SandboxSettings settings) throws IOException {
        VendorSandbox sandbox = sandbox(settings);
        Agency agency = new Agency(sandbox.baseUrl());
        String carrier = agency.carrier(1);
        for (Person person : living(sandbox)) {
            Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
        }
        agency.activate(carrier);
        sandbox.pump(after(Duration.ofDays(30)));
        List<String> writers = new ArrayList<>();
        for (Body thread : agency.wire
                .get(agency.ws + "/threads?limit=50&filter=all")
                .body()
                .bodies("data")) {
            for (Body mail : agency.wire
                    .get(agency.ws + "/threads/" + thread.required("id"))
                    .body()
                    .bodies("emails")) {
                if (mail.required("type").equals("received")) {
                    writers.add(mail.required("fromAddress"));
                }
            }
        }
        return writers;
    }
}
