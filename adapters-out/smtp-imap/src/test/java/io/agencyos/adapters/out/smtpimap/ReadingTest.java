package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a mailbox and what it becomes. Source: smtp-imap 4. */
class ReadingTest {

    private static final String T2 = "<3f0e2c1a-0000-4000-8000-000000000002@hello-harbour.example>";
    private static final String T3 = "<3f0e2c1a-0000-4000-8000-000000000003@hello-harbour.example>";

    private final Post post = new Post();
    private final SmtpImap mail = post.with(post.account(post.smtp(), SentCopy.PROVIDER));

    @AfterEach
    void stop() {
        post.close();
    }

    private record Read(List<MailEvent> events, String cursor) {}

    private Read readAll(@Nullable String cursor) {
        List<MailEvent> events = new ArrayList<>();
        String next = cursor;
        EmailReplies.Page page;
        do {
            page = mail.replies().since(Post.CLIENT, next).orElseThrow();
            events.addAll(page.events());
            next = page.next();
        } while (page.more());
        return new Read(events, next);
    }

    private MailEvent only() {
        List<MailEvent> events = readAll(null).events();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private InboundMail reply() {
        MailEvent event = only();
        assertThat(event).isInstanceOf(MailEvent.Received.class);
        return ((MailEvent.Received) event).mail();
    }

    private static String from(String sender, String headers, String text) {
        return "From: " + sender + "\nTo: sam@hello-harbour.example\nSubject: Re: Quick idea\n"
                + (headers.contains("Message-ID")
                        ? ""
                        : "Message-ID: <in-" + Math.abs(headers.hashCode()) + "@x.example>\n")
                + headers + "\n" + text + "\n";
    }

    @Test // smtp-imap check 7
    void a_reply_names_what_it_answers_nearest_first() {
        post.put(
                "INBOX",
                from(
                        "Jo <jo@harbourlane.example>",
                        "In-Reply-To: " + T3 + "\nReferences: <root@x.example> " + T2 + "\n " + T3 + "\n",
                        "Yes"));
        InboundMail reply = reply();
        assertThat(reply.inReplyTo()).containsExactly(T3, T2, "<root@x.example>");
        assertThat(reply.from()).isEqualTo(new EmailAddress("jo@harbourlane.example"));
        assertThat(reply.fromName()).isEqualTo("Jo");
        assertThat(reply.mailbox()).isEqualTo(Post.SAM);
        assertThat(reply.subject()).isEqualTo("Re: Quick idea");
        assertThat(reply.automatic()).isFalse();
    }

    @Test // smtp-imap check 7: plus tag
    void a_conversation_knows_the_other_spellings_of_an_address() {
        post.put("INBOX", from("priya+x@harbourlane.example", "", "Yes"));
        post.put("INBOX", from("priyanka@harbourlane.example", "X-Other: 1\n", "No"));
        List<InboundMail> mails = mail.replies()
                .conversationWith(Post.CLIENT, new EmailAddress("priya@harbourlane.example"))
                .orElseThrow();
        assertThat(mails).extracting(one -> one.from().value()).containsExactly("priya+x@harbourlane.example");
    }

    @Test // smtp-imap check 7: the mailbox that received it says whose it is
    void another_clients_mailbox_is_not_read() {
        post.put("INBOX", from("priya@harbourlane.example", "", "Yes"));
        ClientId other = new ClientId(new UUID(0, 9));
        post.server.setUser("kim@other-pool.example", "kim@other-pool.example", Post.PASSWORD);
        SmtpImapAccount sams = post.accounts.getFirst();
        post.accounts.add(new SmtpImapAccount(
                other,
                new EmailAddress("kim@other-pool.example"),
                "kim@other-pool.example",
                sams.credential(),
                sams.submission(),
                sams.reading(),
                sams.sentCopy(),
                null,
                null));
        assertThat(mail.replies().since(other, null).orElseThrow().events()).isEmpty();
        assertThat(readAll(null).events()).hasSize(1);
    }

    @Test // smtp-imap check 8
    void our_own_sent_copy_is_a_proof_and_never_a_reply() {
        post.put("Sent", from("Sam <sam@hello-harbour.example>", "Message-ID: " + T3 + "\n", "Hi Priya"));
        assertThat(only())
                .isInstanceOfSatisfying(
                        MailEvent.Sent.class,
                        sent -> assertThat(sent.about().messageId()).isEqualTo(T3));
    }

    @Test // smtp-imap check 8: bcc_self, and whoever claims to be the sender of our Message-ID
    void a_hidden_copy_is_a_proof_and_never_a_reply() {
        post.put("INBOX", from("somebody@else.example", "Message-ID: " + T3 + "\n", "Hi Priya"));
        assertThat(only()).isInstanceOf(MailEvent.Sent.class);
    }

    @Test // smtp-imap 4, row 1
    void a_mail_that_a_person_wrote_in_our_mailbox_is_noted() {
        post.put("INBOX", from("sam@hello-harbour.example", "", "to myself"));
        assertThat(only())
                .isInstanceOfSatisfying(
                        MailEvent.Noted.class, noted -> assertThat(noted.what()).isEqualTo("own_mail"));
    }

    @ParameterizedTest // smtp-imap check 8, rule 5
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; reason=x",
                "X-Autoreply: yes",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "Precedence: List",
                "List-Id: <news.x.example>"
            })
    void a_machine_does_not_reply(String header) {
        post.put(
                "INBOX", from("priya@harbourlane.example", header + "\nIn-Reply-To: " + T2 + "\n", "out until Monday"));
        assertThat(reply().automatic()).isTrue();
        assertThat(reply().inReplyTo()).containsExactly(T2);
    }

    @Test // smtp-imap 4, rule 5
    void auto_submitted_no_is_a_person() {
        post.put("INBOX", from("priya@harbourlane.example", "Auto-Submitted: no\n", "Yes"));
        assertThat(reply().automatic()).isFalse();
    }

    @Test // RFC 3834: a vacation note has no sender either, and is no bounce
    void a_vacation_note_without_an_envelope_sender_is_no_bounce() {
        post.put(
                "INBOX",
                from("priya@harbourlane.example", "Return-Path: <>\nAuto-Submitted: auto-replied\n", "back Monday"));
        assertThat(reply().automatic()).isTrue();
    }

    @Test // smtp-imap check 12
    void mail_to_the_opt_out_address_is_an_opt_out() {
        post.put(
                "INBOX",
                "From: priya@harbourlane.example\nTo: unsubscribe+dG9rZW4@hello-harbour.example\n"
                        + "Message-ID: <out@x.example>\n\nplease\n");
        assertThat(only())
                .isInstanceOfSatisfying(
                        MailEvent.OptedOut.class,
                        out -> assertThat(out.about().recipient())
                                .isEqualTo(new EmailAddress("priya@harbourlane.example")));
    }

    @Test // smtp-imap check 12: such as a mail program writes it out of our header
    void a_mail_whose_subject_is_our_opt_out_is_one_for_that_touch() {
        String touch = post.email().build().touchId().text();
        post.put(
                "INBOX",
                "From: office@harbourlane.example\nTo: sam@hello-harbour.example\nSubject: unsubscribe " + touch
                        + "\nMessage-ID: <out@x.example>\n\n\n");
        assertThat(only())
                .isInstanceOfSatisfying(
                        MailEvent.OptedOut.class,
                        out -> assertThat(out.about().messageId()).isEqualTo("<" + touch + "@hello-harbour.example>"));
    }

    @Test // smtp-imap 4: replies land in junk, too
    void junk_is_read() {
        post.put("Junk", from("priya@harbourlane.example", "", "Yes"));
        assertThat(reply().text()).contains("Yes");
    }

    @Test // smtp-imap check 12
    void nothing_is_marked_moved_or_deleted() {
        post.put("INBOX", from("priya@harbourlane.example", "", "Yes"));
        readAll(null);
        mail.replies().conversationWith(Post.CLIENT, new EmailAddress("priya@harbourlane.example"));
        mail.sender().lookup(post.email().build(), post.clock.now());
        List<StoredMessage> left = post.folder("INBOX").getMessages();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().getFlags().getSystemFlags())
                .doesNotContain(jakarta.mail.Flags.Flag.SEEN, jakarta.mail.Flags.Flag.DELETED);
    }

    @Test // smtp-imap 4: page by page, nothing lost and nothing twice
    void many_mails_come_in_pages() {
        IntStream.range(0, 60)
                .forEach(i ->
                        post.put("INBOX", from("p" + i + "@x.example", "Message-ID: <m" + i + "@x.example>\n", "Yes")));
        EmailReplies.Page first = mail.replies().since(Post.CLIENT, null).orElseThrow();
        assertThat(first.more()).isTrue();
        assertThat(first.events()).hasSize(50);
        Read all = readAll(null);
        assertThat(all.events().stream().map(MailEvent::key).collect(Collectors.toSet()))
                .hasSize(60);
        assertThat(all.events()).hasSize(60);
        assertThat(readAll(all.cursor()).events()).isEmpty();
    }

    @Test // smtp-imap check 11: the cursor is the caller's; unmoved, the same page comes again
    void a_page_that_was_not_stored_comes_again() {
        post.put("INBOX", from("priya@harbourlane.example", "", "Yes"));
        String before = readAll(null).cursor();
        post.put("INBOX", from("noor@cove.example", "X-Other: 1\n", "No"));
        List<MailEvent> once = readAll(before).events();
        assertThat(once).hasSize(1);
        assertThat(readAll(before).events()).isEqualTo(once);
    }

    @Test // smtp-imap check 11
    void after_a_change_of_uidvalidity_everything_of_late_comes_again_under_the_same_keys() {
        post.put("INBOX", from("priya@harbourlane.example", "", "Yes"));
        Read first = readAll(null);
        String other = first.cursor().replaceAll("\\.\\d+\\.(\\d+)\\.", ".1.$1.");
        Read again = readAll(other);
        assertThat(again.events())
                .extracting(MailEvent::key)
                .containsExactly(first.events().getFirst().key());
        assertThat(readAll(again.cursor()).events()).isEmpty();
    }

    @Test // smtp-imap 4: event key without a Message-ID
    void a_mail_without_a_message_id_has_the_same_key_each_time() {
        post.put("INBOX", "From: priya@harbourlane.example\nDate: Tue, 1 Sep 2026 10:00:00 +0000\nSubject: x\n\nYes\n");
        post.put("INBOX", "From: priya@harbourlane.example\nDate: Tue, 1 Sep 2026 10:00:00 +0000\nSubject: x\n\nNo\n");
        List<String> keys = readAll(null).events().stream().map(MailEvent::key).toList();
        assertThat(keys).hasSize(2).doesNotHaveDuplicates().allMatch(key -> key.startsWith("sha256:"));
        assertThat(readAll(null).events()).extracting(MailEvent::key).containsExactlyElementsOf(keys);
    }

    @Test // smtp-imap check 10: a cut connection loses nothing
    void what_one_broken_mailbox_hides_the_others_still_show() {
        post.accounts.add(new SmtpImapAccount(
                Post.CLIENT,
                new EmailAddress("alex@hello-harbour.example"),
                "alex@hello-harbour.example",
                new MailCredential.Password("wrong"),
                post.smtp(),
                post.imap(),
                SentCopy.PROVIDER,
                null,
                null));
        post.put("INBOX", from("priya@harbourlane.example", "", "Yes"));
        EmailReplies.Page page = mail.replies().since(Post.CLIENT, null).orElseThrow();
        assertThat(page.events()).hasSize(1);
        assertThat(page.more())
                .as("the failure shows as soon as nothing new is left")
                .isTrue();
        assertThat(mail.replies().since(Post.CLIENT, page.next())).isInstanceOf(Result.Err.class);
    }

    @Test // smtp-imap 4: what is very large is read as far as its text
    void a_huge_mail_is_read_as_far_as_its_text() {
        String attachment = ("A".repeat(76) + "\n").repeat(150_000);
        post.put(
                "INBOX",
                "From: priya@harbourlane.example\nMessage-ID: <huge@x.example>\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nsee the plan\n"
                        + "--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + attachment
                        + "--b--\n");
        assertThat(reply().text().strip()).isEqualTo("see the plan");
    }

    @Test // smtp-imap 4: text of a mail that has HTML only
    void html_is_read_as_text() {
        post.put(
                "INBOX",
                from(
                        "priya@harbourlane.example",
                        "Content-Type: text/html; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
                        "<html><head><style>p{}</style></head><body><p>Sounds &amp; looks"
                                + " good</p><p>Priya</p></body></html>"));
        assertThat(reply().text()).isEqualTo("Sounds & looks good\nPriya");
    }

    @Test // smtp-imap 3: a reply refers to it
    void a_reply_proves_that_the_lost_email_arrived() {
        EmailCommand email = post.email().build();
        post.folder("Sent");
        assertThat(mail.sender().lookup(email, post.clock.now())).isInstanceOf(LookupOutcome.Absent.class);
        post.put(
                "INBOX",
                from("priya@harbourlane.example", "References: <a@b.example> " + email.messageId() + "\n", "Yes"));
        assertThat(mail.sender().lookup(email, post.clock.now()))
                .isInstanceOfSatisfying(
                        LookupOutcome.Found.class,
                        found -> assertThat(found.vendorRef()).isEqualTo(email.messageId()));
    }

    @Test // smtp-imap 4: what we sent comes back as a proof, end to end over a real server
    void a_sent_email_with_a_hidden_copy_is_proved_by_reading() {
        SmtpImap hidden = post.with(post.account(post.smtp(), SentCopy.BCC_SELF));
        EmailCommand email = post.email().build();
        assertThat(hidden.sender().send(email)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(only())
                .isInstanceOfSatisfying(
                        MailEvent.Sent.class,
                        sent -> assertThat(sent.about().messageId()).isEqualTo(email.messageId()));
    }
}
