package io.agencyos.adapters.out.salesforge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.salesforge.Vendor.CLIENT;
import static io.agencyos.adapters.out.salesforge.Vendor.WS;
import static io.agencyos.adapters.out.salesforge.Vendor.contact;
import static io.agencyos.adapters.out.salesforge.Vendor.json;
import static io.agencyos.adapters.out.salesforge.Vendor.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {

    private static final String REPLY = WS + "/mailboxes/mbox_77/emails/eml_9/reply";
    private static final String CONTACT = WS + "/contacts/lead_9f1c2d";
    private static final EmailAddress PRIYA = new EmailAddress("priya@harbourlane.example");

    private final Vendor vendor = new Vendor();

    @BeforeEach
    void start() {
        vendor.on("GET", WS + "/threads", 200, page(0, ""));
        vendor.on("GET", WS + "/dnc", 200, page(0, ""));
        vendor.on("GET", WS + "/contacts", 200, page(0, ""));
        vendor.on("GET", WS + "/sending-data", 200, page(0, ""));
        vendor.on(
                "GET",
                WS + "/mailboxes/mbox_77",
                200,
                "{\"id\":\"mbox_77\",\"address\":\"sam@hello-harbour.example\"}");
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    record Read(List<MailEvent> events, String cursor) {}

    static Read readAll(Vendor vendor, @Nullable String cursor) {
        List<MailEvent> events = new ArrayList<>();
        String next = cursor;
        EmailReplies.Page page;
        do {
            page = vendor.salesforge.replies().since(CLIENT, next).orElseThrow();
            events.addAll(page.events());
            next = page.next();
        } while (page.more());
        return new Read(events, next);
    }

    private static String thread(String id, String contactEmail, String type, String date, String content) {
        return "{\"id\":\"" + id + "\",\"mailboxId\":\"mbox_77\",\"contactFirstName\":\"Priya\",\"contactEmail\":\""
                + contactEmail
                + "\",\"subject\":\"Re: Quick idea for Harbour Lane\",\"content\":\"" + content + "\",\"date\":\""
                + date
                + "\",\"isUnread\":true,\"isPositive\":true,\"labelId\":\"lbl_positive\",\"replyType\":\"" + type
                + "\"}";
    }

    private void detail(String id, String contactEmail, String text) {
        vendor.on(
                "GET",
                WS + "/threads/" + id,
                200,
                "{\"contact\":{\"id\":\"lead_9f1c2d\",\"firstName\":\"Priya\","
                        + "\"lastName\":\"Raman\",\"email\":\"" + contactEmail
                        + "\"},\"sequence\":{\"id\":\"seq_c1\",\"name\":\"aos\"},\"linkedinMessages\":[],\"emails\":[{\"id\":\"e2\",\"emailId\":\"eml_9\",\"subject\":\"Re:"
                        + " Quick idea\",\"content\":\"" + text
                        + "\",\"date\":\"2026-09-02T03:40:11Z\",\"type\":\"received\",\"fromAddress\":\""
                        + contactEmail
                        + "\"},{\"id\":\"e1\",\"emailId\":\"eml_88\",\"subject\":\"Quick"
                        + " idea\",\"content\":\"<p>Hi</p>\","
                        + "\"date\":\"2026-09-02T00:15:21Z\",\"fromAddress\":\"Sam@hello-harbour.example\"}]}");
    }

    @Test // salesforge 11 row 21
    void unread_threads_over_two_pages_give_text_writer_and_date() {
        String two = "2026-09-02T03:40:11Z";
        vendor.onPage(WS + "/threads", 0, json(page(2, thread("thr_51", PRIYA.value(), "lead_replied", two, "…"))));
        vendor.onPage(WS + "/threads", 1, json(page(2, thread("thr_52", "noor@cove.example", "ooo", two, "…"))));
        detail("thr_51", PRIYA.value(), "<div>Sounds interesting,<br>Thursday?</div>");
        detail("thr_52", "noor@cove.example", "I am away");
        List<MailEvent> events = readAll(vendor, null).events();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst())
                .isEqualTo(new MailEvent.Received(new InboundMail(
                        "wks_1/thr_51/eml_9",
                        new EmailAddress("sam@hello-harbour.example"),
                        PRIYA,
                        "Priya Raman",
                        "Re: Quick idea",
                        "Sounds interesting,\nThursday?",
                        Instant.parse(two),
                        List.of("seq_c1/lead_9f1c2d"),
                        "thr_51",
                        false,
                        "wks_1/mbox_77/thr_51/eml_9")));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        MailEvent.Received.class,
                        received -> assertThat(received.mail().automatic()).isTrue());
    }

    @Test // salesforge 4.6: replyType bounced
    void a_bounced_thread_is_a_bounce_with_the_class_of_its_text() {
        vendor.on(
                "GET",
                WS + "/threads",
                200,
                page(1, thread("thr_53", PRIYA.value(), "bounced", "2026-09-02T03:40:11Z", "554 5.7.1 blocked")));
        detail("thr_53", PRIYA.value(), "x");
        assertThat(readAll(vendor, null).events())
                .singleElement()
                .isInstanceOfSatisfying(MailEvent.Bounced.class, bounced -> {
                    assertThat(bounced.bounceClass()).isEqualTo(MailEvent.BounceClass.POLICY);
                    assertThat(bounced.about().vendorRef()).isEqualTo("seq_c1/lead_9f1c2d");
                });
    }

    @ParameterizedTest(name = "{0} is {1}") // outreach 8.7, salesforge 8
    @CsvSource({
        "550 5.1.1 unknown user,HARD",
        "5.4.4 no such domain,HARD",
        "4.2.2 mailbox full,SOFT",
        "452 4.3.1 try later,SOFT",
        "5.7.1 listed,POLICY",
        "5.2.2 over quota,SOFT",
        "the mailbox is full,SOFT",
        "on a blocklist,POLICY",
        "no reason,HARD"
    })
    void the_class_of_a_bounce_is_searched_in_its_text(String text, MailEvent.BounceClass bounceClass) {
        assertThat(BounceText.classify(text)).isEqualTo(bounceClass);
    }

    @Test // salesforge 11 row 28
    void the_webhook_and_the_poll_meet_in_one_key() {
        String one = page(1, thread("thr_51", PRIYA.value(), "lead_replied", "2026-09-02T03:40:11Z", "…"));
        vendor.on("GET", WS + "/threads", 200, one);
        detail("thr_51", PRIYA.value(), "Yes");
        List<? extends InboundEvent> pushed =
                vendor.salesforge.hooks().read(CLIENT, "wh_1", HooksTest.event("email_replied", ""));
        assertThat(pushed)
                .singleElement()
                .isInstanceOfSatisfying(
                        MailEvent.ReplyNotice.class,
                        notice -> assertThat(vendor.salesforge
                                        .replies()
                                        .conversationWith(CLIENT, notice.from())
                                        .orElseThrow())
                                .extracting(InboundMail::key)
                                .containsExactly("wks_1/thr_51/eml_9"));
        assertThat(readAll(vendor, null).events()).extracting(MailEvent::key).containsExactly("wks_1/thr_51/eml_9");
    }

    @Test // salesforge 8: every 5 minutes, hourly, daily
    void a_poll_reads_threads_every_time_deliveries_hourly_and_the_list_daily() {
        vendor.willing();
        vendor.salesforge.sender().send(vendor.email().build());
        String cursor = readAll(vendor, null).cursor();
        assertThat(vendor.requests("GET", WS + "/dnc")).isEqualTo(1);
        assertThat(vendor.requests("GET", WS + "/sending-data")).isEqualTo(1);
        vendor.clock.advance(Duration.ofMinutes(5));
        cursor = readAll(vendor, cursor).cursor();
        assertThat(vendor.requests("GET", WS + "/threads")).isEqualTo(2);
        assertThat(vendor.requests("GET", WS + "/sending-data")).isEqualTo(1);
        vendor.clock.advance(Duration.ofMinutes(55));
        cursor = readAll(vendor, cursor).cursor();
        assertThat(vendor.requests("GET", WS + "/sending-data")).isEqualTo(2);
        assertThat(vendor.requests("GET", WS + "/dnc")).isEqualTo(1);
        vendor.clock.advance(Duration.ofHours(23));
        readAll(vendor, cursor);
        assertThat(vendor.requests("GET", WS + "/dnc")).isEqualTo(2);
    }

    @Test // salesforge 8: what was read is not read again
    void a_thread_that_was_seen_before_is_not_fetched_again() {
        vendor.on(
                "GET",
                WS + "/threads",
                200,
                page(
                        2,
                        thread("thr_51", PRIYA.value(), "lead_replied", "2026-09-02T08:00:00Z", "…") + ","
                                + thread("thr_52", "noor@cove.example", "lead_replied", "2026-09-02T05:00:00Z", "…")));
        detail("thr_51", PRIYA.value(), "Yes");
        detail("thr_52", "noor@cove.example", "No");
        String cursor = readAll(vendor, null).cursor();
        readAll(vendor, cursor);
        assertThat(vendor.requests("GET", WS + "/threads/thr_52"))
                .as("older than the overlap of 2 h")
                .isEqualTo(1);
        assertThat(vendor.requests("GET", WS + "/threads/thr_51")).isEqualTo(2);
    }

    @Test // vendors/index 3: an empty answer and a failed call are different
    void a_thread_that_cannot_be_read_fails_the_page() {
        vendor.on(
                "GET",
                WS + "/threads",
                200,
                page(1, thread("thr_51", PRIYA.value(), "lead_replied", "2026-09-02T08:00:00Z", "…")));
        vendor.on("GET", WS + "/threads/thr_51", 500, "");
        assertThat(vendor.salesforge.replies().since(CLIENT, null)).isInstanceOf(Result.Err.class);
    }

    @ParameterizedTest(name = "{0} is {1}") // salesforge 11 row 14
    @CsvSource({
        "bounced,BOUNCED",
        "failed,DROPPED failed",
        "bounce-protect,DROPPED bounce-protect",
        "deleted,DROPPED deleted",
        "dnc,DROPPED suppressed",
        "unsubscribed,DROPPED suppressed",
        "none,NOTHING",
        "active,NOTHING",
        "paused,NOTHING",
        "contacted,NOTHING",
        "finished,NOTHING",
        "replied,NOTHING",
        "ooo,NOTHING",
        "multi-threading,NOTHING",
        "newword,NOTHING"
    })
    void each_contact_state_is_a_fact(String state, String fact) {
        vendor.willing();
        vendor.salesforge.sender().send(vendor.email().build());
        vendor.on("GET", CONTACT, 200, contact("seq_c1", state));
        List<MailEvent> events = readAll(vendor, null).events();
        String seen = events.isEmpty()
                ? "NOTHING"
                : switch (events.getFirst()) {
                    case MailEvent.Bounced bounced -> "BOUNCED";
                    case MailEvent.Dropped dropped -> "DROPPED " + dropped.reason();
                    case MailEvent other -> other.toString();
                };
        assertThat(seen).isEqualTo(fact);
    }

    @Test // salesforge 5: sent at that time
    void a_sent_time_is_a_fact_until_the_caller_has_stored_it() {
        vendor.willing();
        vendor.salesforge.sender().send(vendor.email().build());
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "finished"));
        vendor.on(
                "GET",
                WS + "/sending-data",
                200,
                page(1, "{\"sequenceId\":\"seq_c1\",\"contactId\":\"lead_9f1c2d\",\"sent\":\"2026-09-02T00:15:21Z\"}"));
        vendor.clock.advance(Duration.ofMinutes(1));
        MailEvent sent = readAll(vendor, null).events().getFirst();
        assertThat(sent).isInstanceOf(MailEvent.Sent.class);
        assertThat(sent.at()).isEqualTo(Instant.parse("2026-09-02T00:15:21Z"));
        Read again = readAll(vendor, null);
        assertThat(again.events()).as("the first page was never stored").containsExactly(sent);
        vendor.clock.advance(Duration.ofHours(1));
        assertThat(readAll(vendor, again.cursor()).events()).isEmpty();
        assertThat(vendor.objects.list(CLIENT, "salesforge", Flight.KIND)).isEmpty();
        assertThat(vendor.objects.list(CLIENT, "salesforge", Flight.OVER)).hasSize(1);
    }

    @Test // salesforge 5: delivery facts come by webhook or poll
    void an_e_mail_that_a_webhook_told_of_is_not_asked_for() {
        vendor.willing();
        vendor.salesforge.sender().send(vendor.email().build());
        vendor.salesforge.replies().heard(CLIENT, List.of(sent("seq_c2/lead_9f1c2d")));
        assertThat(vendor.objects.list(CLIENT, "salesforge", Flight.KIND))
                .as("another e-mail's news")
                .hasSize(1);
        vendor.salesforge.replies().heard(CLIENT, List.of(sent("seq_c1/lead_9f1c2d")));
        assertThat(readAll(vendor, null).events()).isEmpty();
        assertThat(vendor.requests("GET", WS + "/sending-data")).isZero();
        assertThat(vendor.requests("GET", CONTACT)).isZero();
        assertThat(vendor.objects.list(CLIENT, "salesforge", Flight.OVER)).hasSize(1);
    }

    private MailEvent.Sent sent(String ref) {
        MailEvent.About about = new MailEvent.About(
                null, ref, null, null, vendor.email().build().to());
        return new MailEvent.Sent("hook/" + ref, vendor.clock.now(), about, null);
    }

    @Test // salesforge 5: still unsent 72 h after acceptance
    void what_is_still_unsent_after_three_days_is_dropped_as_stuck() {
        vendor.willing();
        vendor.salesforge.sender().send(vendor.email().build());
        vendor.on("GET", CONTACT, 200, contact("seq_c1", "active"));
        vendor.clock.advance(Duration.ofHours(72));
        assertThat(readAll(vendor, null).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MailEvent.Dropped.class,
                        dropped -> assertThat(dropped.reason()).isEqualTo("stuck"));
    }

    private EmailCommand answer() {
        return vendor.email()
                .html("<p>Thursday 10:00 works.</p>")
                .answering("wks_1/mbox_77/thr_51/eml_9")
                .build();
    }

    private LookupOutcome lookupAnswer() {
        return vendor.salesforge.sender().lookup(answer(), Instant.parse("2026-09-02T04:00:00Z"));
    }

    private void threadShows(String content, String date) {
        vendor.on(
                "GET",
                WS + "/threads/thr_51",
                200,
                "{\"emails\":[{\"emailId\":\"eml_10\",\"content\":\"" + content + "\",\"date\":\"" + date
                        + "\",\"fromAddress\":\"sam@hello-harbour.example\"}]}");
    }

    @Test // salesforge 11 row 22, first part
    void an_answer_goes_into_the_thread() {
        vendor.on("POST", REPLY, 204, "");
        assertThat(vendor.salesforge.sender().send(answer())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(vendor.body("POST", REPLY))
                .isEqualTo("{\"content\":\"<p>Thursday 10:00 works.</p>\",\"ccs\":[],\"bccs\":[],"
                        + "\"includeHistory\":true,\"attachments\":[]}");
    }

    @Test // salesforge 11 row 22, second and third part
    void an_answer_without_a_reply_is_looked_up_in_its_thread_and_never_posted_again() {
        vendor.on("POST", REPLY, aResponse().withStatus(204).withFixedDelay(3_000));
        assertThat(vendor.salesforge.sender().send(answer())).isInstanceOf(SendOutcome.Ambiguous.class);
        threadShows("<div>Thursday  10:00 works.</div><blockquote>earlier words</blockquote>", "2026-09-02T03:59:01Z");
        assertThat(lookupAnswer()).isInstanceOf(LookupOutcome.Found.class);
        threadShows("Thursday 10:00 works.", "2026-09-02T03:58:59Z");
        assertThat(lookupAnswer()).as("older than a minute before the call").isInstanceOf(LookupOutcome.Absent.class);
        threadShows("Thursday 11:00 works.", "2026-09-02T04:00:30Z");
        assertThat(lookupAnswer()).isInstanceOf(LookupOutcome.Absent.class);
        vendor.on("GET", WS + "/threads/thr_51", 500, "");
        assertThat(lookupAnswer()).isInstanceOf(LookupOutcome.Inconclusive.class);
        assertThat(vendor.requests("POST", REPLY)).isEqualTo(1);
        assertThat(vendor.salesforge.sender().semanticsOf(answer()).requeueOnceIfAbsent())
                .isFalse();
        assertThat(vendor.salesforge.sender().semanticsOf(answer()).settleDelay())
                .isEqualTo(Duration.ofMinutes(2));
    }
}
