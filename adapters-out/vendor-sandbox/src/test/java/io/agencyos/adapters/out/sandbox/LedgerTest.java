package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.world.MailWorld;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest extends SandboxTest {

    private static LedgerRow email(String to, String subject, String key) {
        return new LedgerRow(
                0,
                LedgerRow.Kind.EMAIL,
                "salesforge",
                START,
                "wks_1",
                to,
                subject,
                key,
                "sam@a.example",
                "",
                "",
                "eml");
    }

    @Test
    void two_emails_with_one_key_or_one_first_subject_are_a_double_contact() {
        Ledger ledger = new Ledger();
        ledger.add(email("a@x.example", "Idea", "k1"));
        ledger.add(email("b@x.example", "Idea", "k2"));
        ledger.add(email("a@x.example", "Re: Idea", "k3"));
        ledger.add(email("a@x.example", "Re: Idea", "k4"));
        assertThat(ledger.doubleContacts()).isEmpty();
        ledger.add(email("c@x.example", "Other", "k1"));
        ledger.add(email("b@x.example", "Idea", "k5"));
        assertThat(ledger.doubleContacts())
                .extracting(Ledger.DoubleContact::because)
                .containsExactly("key", "subject");
    }

    @Test
    void an_email_after_stop_is_found_once_the_grace_is_over() {
        Ledger ledger = new Ledger();
        ledger.stopped("a@x.example", START.minus(Duration.ofMinutes(30)), "reply");
        ledger.add(email("a@x.example", "Idea", "k1"));
        assertThat(ledger.contactsAfterStop(Duration.ofHours(1))).isEmpty();
        assertThat(ledger.contactsAfterStop(Duration.ofMinutes(29))).hasSize(1);
    }

    @Test
    void the_ledger_is_paged_over_http() throws IOException {
        VendorSandbox sandbox = sandbox();
        for (int i = 0; i < 7; i++) {
            sandbox.deliver(new MailWorld.Message(
                    "<m" + i + "@a.example>", "Sam", "sam@a.example", "p" + i + "@x.example", "Idea", "Hi"));
        }
        Wire wire = new Wire(sandbox.baseUrl());
        List<String> seen = new ArrayList<>();
        int after = 0;
        while (after >= 0) {
            Body page = wire.get("/_sandbox/ledger?kind=email&limit=3&after=" + after)
                    .body();
            page.bodies("data").forEach(row -> seen.add(row.required("toEmail")));
            after = page.number("next").orElse(-1);
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test // smtp-imap 3: a resend with one Message-ID is one mail for every server
    void our_own_mail_reaches_the_same_people_and_tells_what_they_do() {
        VendorSandbox sandbox = sandbox();
        List<MailWorld.Heard> heard = new ArrayList<>();
        sandbox.onMail(heard::add);
        living(sandbox).forEach(person -> {
            MailWorld.Message message = new MailWorld.Message(
                    "<" + person.number() + "@hello.example>",
                    "Sam",
                    "sam@hello.example",
                    person.email(),
                    "Quick idea",
                    "Any interest?");
            sandbox.deliver(message);
            sandbox.deliver(message);
        });
        sandbox.pump(after(Duration.ofDays(5)));
        assertThat(emails(sandbox)).hasSize(living(sandbox).size());
        assertThat(sandbox.ledger().doubleContacts()).isEmpty();
        assertThat(heard)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.reaction().at()).isAfter(START));
    }
}
