package io.agencyos.adapters.out.salesforge;

import static io.agencyos.adapters.out.salesforge.Vendor.CLIENT;
import static io.agencyos.adapters.out.salesforge.Vendor.WS;
import static io.agencyos.adapters.out.salesforge.Vendor.contact;
import static io.agencyos.adapters.out.salesforge.Vendor.json;
import static io.agencyos.adapters.out.salesforge.Vendor.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor repeats no webhook: what it would have said about an opt-out is read off the contact. */
class LostOptOutsTest {

    private static final EmailAddress PRIYA = new EmailAddress("priya@harbourlane.example");
    private static final String CONTACTS = WS + "/contacts";
    private static final String ENROL = WS + "/sequences/seq_c2/contacts";

    private final Vendor vendor = new Vendor();

    @BeforeEach
    void start() {
        vendor.willing();
        vendor.carrier(2);
        vendor.on("GET", WS + "/threads", 200, page(0, ""));
        vendor.on("GET", WS + "/dnc", 200, page(0, ""));
        vendor.on("GET", CONTACTS, 200, page(0, ""));
        vendor.on("PUT", ENROL, 204, "");
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static String noor(String state) {
        return "{\"id\":\"lead_2\",\"email\":\"noor@cove.example\",\"sequences\":[{\"id\":\"seq_c1\",\"status\":\""
                + state + "\"}]}";
    }

    private List<EmailAddress> optOuts(RepliesTest.Read read) {
        return read.events().stream()
                .filter(MailEvent.OptedOut.class::isInstance)
                .map(event -> ((MailEvent.OptedOut) event).about().recipient())
                .toList();
    }

    private RepliesTest.Read read(@Nullable String cursor) {
        return RepliesTest.readAll(vendor, cursor);
    }

    @Test // salesforge 8: lost webhooks are lost for good; outreach 15
    void an_opt_out_whose_webhook_was_lost_is_found_among_the_contacts_on_every_page() {
        vendor.onPage(CONTACTS, 0, json(page(2, noor("finished"))));
        vendor.onPage(CONTACTS, 1, json(page(2, contact("seq_c1", "unsubscribed"))));
        assertThat(optOuts(read(null))).containsExactly(PRIYA);
    }

    @Test // salesforge 5: the list holds what we put there for a moment
    void who_stands_as_forbidden_did_not_opt_out() {
        vendor.on("GET", CONTACTS, 200, page(1, noor("dnc")));
        assertThat(optOuts(read(null))).isEmpty();
    }

    @Test // outreach 15: every 6 h
    void all_contacts_are_read_every_six_hours() {
        String cursor = read(null).cursor();
        vendor.clock.advance(Duration.ofHours(6).minusSeconds(1));
        cursor = read(cursor).cursor();
        assertThat(vendor.requests("GET", CONTACTS)).isEqualTo(1);
        vendor.clock.advance(Duration.ofSeconds(1));
        read(cursor);
        assertThat(vendor.requests("GET", CONTACTS)).isEqualTo(2);
    }

    @Test // vendors/index 3: an empty answer and a failed call are different
    void contacts_that_cannot_be_read_fail_the_page_and_are_read_again() {
        vendor.onPage(CONTACTS, 0, json(page(2, noor("unsubscribed"))));
        vendor.onPage(CONTACTS, 1, WireMock.serverError());
        String cursor = null;
        for (int i = 0; i < 2; i++) {
            cursor = vendor.salesforge
                    .replies()
                    .since(CLIENT, cursor)
                    .orElseThrow()
                    .next();
        }
        assertThat(vendor.salesforge.replies().since(CLIENT, cursor)).isInstanceOf(Result.Err.class);
        vendor.onPage(CONTACTS, 1, json(page(2, contact("seq_c1", "unsubscribed"))));
        assertThat(optOuts(read(cursor))).containsExactlyInAnyOrder(PRIYA, new EmailAddress("noor@cove.example"));
    }

    @Test // outreach 15: a page is stored before its cursor
    void it_is_told_until_the_caller_has_stored_it_and_not_again() {
        vendor.on("GET", CONTACTS, 200, page(1, contact("seq_c1", "unsubscribed")));
        RepliesTest.Read first = read(null);
        RepliesTest.Read neverStored = read(null);
        assertThat(neverStored.events()).isEqualTo(first.events());
        vendor.clock.advance(Duration.ofHours(6));
        assertThat(optOuts(read(neverStored.cursor()))).isEmpty();
    }

    @Test // salesforge 5: the state of a contact whose e-mail is under way
    void an_opt_out_from_an_e_mail_that_is_under_way_is_seen_within_the_hour() {
        String cursor = read(null).cursor();
        vendor.salesforge.sender().send(vendor.email().build());
        vendor.on("GET", CONTACTS + "/lead_9f1c2d", 200, contact("seq_c1", "unsubscribed"));
        vendor.clock.advance(Duration.ofHours(1));
        assertThat(optOuts(read(cursor))).containsExactly(PRIYA);
    }

    @Test // outreach I4: nobody is contacted after saying stop
    void whoever_opted_out_gets_no_further_e_mail_even_before_a_poll_has_told() {
        String cursor = read(null).cursor();
        vendor.on("POST", CONTACTS, 201, contact("seq_c1", "unsubscribed"));
        assertThat(next()).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.requests("PUT", ENROL)).isZero();
        vendor.clock.advance(Duration.ofHours(1));
        RepliesTest.Read told = read(cursor);
        assertThat(optOuts(told)).containsExactly(PRIYA);
        assertThat(next()).as("told, but perhaps not stored").isInstanceOf(SendOutcome.NotAccepted.class);
        vendor.clock.advance(Duration.ofHours(1));
        read(told.cursor());
        assertThat(next())
                .as("from here on our own suppression decides, which a person may lift")
                .isInstanceOf(SendOutcome.Accepted.class);
    }

    private SendOutcome next() {
        return vendor.salesforge.sender().send(vendor.email().slot("2").build());
    }

    @Test
    void a_cursor_of_the_time_before_contacts_were_read_goes_on() {
        String old = "threads;0;2026-08-31T00:00:00Z;2026-08-31T00:00:00Z;2026-08-31T00:00:00Z;2026-08-31T00:00:00Z";
        vendor.on("GET", CONTACTS, 200, page(1, contact("seq_c1", "unsubscribed")));
        assertThat(optOuts(read(old))).containsExactly(PRIYA);
    }
}
