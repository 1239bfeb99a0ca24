package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.smtpimap.ScriptedSmtp.Act;
import io.agencyos.adapters.out.smtpimap.ScriptedSmtp.Step;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each point of the dialogue at which something can break, and what the hand-over came to. Source: smtp-imap 3. */
class FailuresTest {

    private final Post post = new Post();
    private final ScriptedSmtp smtp = new ScriptedSmtp();
    private Duration patience = Duration.ofSeconds(15);

    @AfterEach
    void stop() {
        smtp.close();
        post.close();
    }

    /** Only a server that falls silent is worth a short wait; a busy machine may take its time with every other answer. */
    private void impatient() {
        patience = Duration.ofMillis(400);
    }

    private SmtpImap mail(SentCopy sentCopy) {
        post.settings = post.settings.waiting(patience, patience.multipliedBy(2));
        return post.with(post.account(smtp.address(MailServer.Security.LOOPBACK), sentCopy));
    }

    private SendOutcome send() {
        return mail(SentCopy.PROVIDER).sender().send(post.email().build());
    }

    private static VendorFailure rejected(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
        return ((SendOutcome.Rejected) outcome).failure();
    }

    private static SendOutcome.NotAccepted notAccepted(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.NotAccepted.class);
        return (SendOutcome.NotAccepted) outcome;
    }

    @ParameterizedTest // smtp-imap check 5: DNS, refused, greeting, EHLO
    @CsvSource({"GREETING,421 4.3.2 closing", "GREETING,554 no service here", "EHLO,421 later"})
    void a_server_that_does_not_talk_to_us_is_unavailable(Step step, String answer) {
        smtp.sayAt(step, answer);
        SendOutcome.NotAccepted outcome = notAccepted(send());
        assertThat(outcome.failure()).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(smtp.taken).isEmpty();
    }

    @Test // smtp-imap check 5
    void a_server_that_is_not_there_is_unavailable() {
        smtp.close();
        assertThat(notAccepted(send()).failure()).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @ParameterizedTest // smtp-imap check 5
    @ValueSource(strings = {"535 5.7.8 bad credentials", "534 5.7.9 needs the app", "530 5.7.0 sign in first"})
    void a_refused_sign_in_is_unauthorized(String answer) {
        smtp.sayAt(Step.AUTH, answer);
        assertThat(rejected(send())).isInstanceOf(VendorFailure.Unauthorized.class);
        assertThat(smtp.handOvers).hasValue(0);
    }

    @Test // smtp-imap check 5: 454 is the server's trouble, not the credential's
    void a_sign_in_that_is_not_possible_now_is_unavailable() {
        smtp.sayAt(Step.AUTH, "454 4.7.0 try again");
        assertThat(notAccepted(send()).failure()).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @ParameterizedTest // smtp-imap check 5
    @CsvSource({
        "MAIL,421 4.3.2 closing",
        "MAIL,452 4.3.1 no space",
        "RCPT,450 4.2.0 greylisted",
        "RCPT,451 4.3.0 local error",
        "DATA,451 4.3.0 local error",
        "FINAL_DOT,451 4.3.0 local error",
        "FINAL_DOT,452 4.3.1 no space"
    })
    void a_temporary_no_waits_a_quarter_of_an_hour(Step step, String answer) {
        smtp.sayAt(step, answer);
        SendOutcome.NotAccepted outcome = notAccepted(send());
        assertThat(outcome.retryAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(smtp.taken).isEmpty();
    }

    @ParameterizedTest // smtp-imap check 5: the mailbox rests
    @CsvSource({
        "MAIL,451 4.7.1 slow down",
        "RCPT,450 rate limit exceeded",
        "RCPT,550 5.4.5 daily sending limit exceeded",
        "FINAL_DOT,421 too many messages"
    })
    void too_fast_waits_an_hour(Step step, String answer) {
        smtp.sayAt(step, answer);
        SendOutcome.NotAccepted outcome = notAccepted(send());
        assertThat(outcome.failure()).isInstanceOf(VendorFailure.RateLimited.class);
        assertThat(outcome.retryAfter()).isEqualTo(Duration.ofMinutes(60));
    }

    @ParameterizedTest // smtp-imap check 5
    @CsvSource({
        "RCPT,550 5.1.1 no such user,recipient",
        "RCPT,550 no such user,recipient",
        "RCPT,551 not local,recipient",
        "RCPT,553 5.1.3 bad syntax,recipient",
        "FINAL_DOT,550 5.1.1 no such user,recipient",
        "MAIL,550 5.7.1 not allowed,policy",
        "MAIL,553 sender is not yours,policy",
        "RCPT,554 5.7.1 blocked,policy",
        "RCPT,550 5.7.1 blocked,policy",
        "DATA,554 no,policy",
        "FINAL_DOT,554 5.7.1 this is spam,policy",
        "FINAL_DOT,550 looks like spam,policy",
        "MAIL,552 5.3.4 too big,payload",
        "FINAL_DOT,552 too big,payload",
        "MAIL,501 5.5.4 bad parameter,payload"
    })
    void a_definite_no_says_what_is_wrong(Step step, String answer, String field) {
        smtp.sayAt(step, answer);
        assertThat(rejected(send()))
                .isInstanceOfSatisfying(
                        VendorFailure.Invalid.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(field));
        assertThat(smtp.taken).isEmpty();
    }

    @ParameterizedTest // smtp-imap check 5: lost before the final dot, the server must discard it
    @EnumSource(
            value = Step.class,
            names = {"GREETING", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
    void a_line_that_breaks_before_the_final_dot_is_not_accepted(Step step) {
        smtp.at(step, new Act.Drop());
        assertThat(notAccepted(send()).failure().ambiguous()).isFalse();
        assertThat(smtp.taken).isEmpty();
        assertThat(smtp.connections).hasValue(1);
    }

    @ParameterizedTest // smtp-imap check 5
    @EnumSource(
            value = Step.class,
            names = {"GREETING", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
    void a_server_that_falls_silent_before_the_final_dot_is_not_accepted(Step step) {
        impatient();
        smtp.at(step, new Act.Hang());
        assertThat(notAccepted(send()).failure().ambiguous()).isFalse();
        assertThat(smtp.connections).hasValue(1);
    }

    private void ambiguousAfter(Act act) {
        smtp.at(Step.FINAL_DOT, act);
        SendOutcome outcome = send();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SendOutcome.Ambiguous.class,
                        lost -> assertThat(lost.failure().ambiguous()).isTrue());
        assertThat(smtp.handOvers).as("nothing is sent twice").hasValue(1);
        assertThat(smtp.connections).as("nor tried on another line").hasValue(1);
    }

    @Test // smtp-imap check 5
    void a_line_that_breaks_after_the_final_dot_is_ambiguous_whether_it_was_taken_or_not() {
        ambiguousAfter(new Act.Drop());
        assertThat(smtp.taken).isEmpty();
    }

    @Test // smtp-imap check 5
    void a_taken_message_whose_answer_is_lost_is_ambiguous() {
        ambiguousAfter(new Act.TakeAnd(new Act.Drop()));
        assertThat(smtp.taken).hasSize(1);
    }

    @Test // smtp-imap check 5
    void silence_after_the_final_dot_is_ambiguous() {
        impatient();
        ambiguousAfter(new Act.TakeAnd(new Act.Hang()));
    }

    @ParameterizedTest // smtp-imap check 5: an unreadable answer
    @ValueSource(strings = {"what?", "2xx fine", "", "354 more"})
    void an_unreadable_answer_to_the_final_dot_is_ambiguous(String answer) {
        ambiguousAfter(new Act.TakeAnd(new Act.Say(answer)));
    }

    @Test // vendor catalogue 4: at most 30 seconds in total, however slowly the server drips
    void the_hand_over_as_a_whole_has_an_end() {
        post.settings = post.settings.waiting(Duration.ofSeconds(20), Duration.ofMillis(600));
        smtp.at(Step.FINAL_DOT, new Act.TakeAnd(new Act.Hang()));
        SmtpImap mail = post.with(post.account(smtp.address(MailServer.Security.LOOPBACK), SentCopy.PROVIDER));
        assertThat(mail.sender().send(post.email().build())).isInstanceOf(SendOutcome.Ambiguous.class);
    }

    @Test // smtp-imap check 5: append mode proves nothing by absence
    void without_a_copy_made_by_the_server_absence_is_inconclusive() {
        SmtpImap mail = mail(SentCopy.APPEND);
        smtp.at(Step.FINAL_DOT, new Act.TakeAnd(new Act.Drop()));
        EmailCommand email = post.email().build();
        assertThat(mail.sender().send(email)).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(mail.sender().lookup(email, post.clock.now())).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test // smtp-imap 3: with append the copy is filed after the acceptance, and found
    void an_accepted_email_is_filed_in_sent() {
        SmtpImap mail = mail(SentCopy.APPEND);
        EmailCommand email = post.email().build();
        assertThat(mail.sender().send(email)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(post.folder("Sent").getMessageCount()).isEqualTo(1);
        assertThat(mail.sender().lookup(email, post.clock.now())).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test // smtp-imap 3: filing may fail, the e-mail has left
    void an_email_that_cannot_be_filed_is_accepted_all_the_same() {
        SmtpImap mail = mail(SentCopy.APPEND);
        post.server.imap().stopService();
        assertThat(mail.sender().send(post.email().build())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test // smtp-imap 3: a sent copy's folder that is missing makes absence unprovable
    void a_provider_without_a_sent_folder_is_inconclusive() {
        assertThat(mail(SentCopy.PROVIDER).sender().lookup(post.email().build(), post.clock.now()))
                .isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test // smtp-imap 3, check 6: absent, then the same Message-ID and Date again, one delivery
    void a_requeued_email_is_the_same_message() {
        SmtpImap mail = mail(SentCopy.BCC_SELF);
        EmailCommand email = post.email().build();
        smtp.at(Step.FINAL_DOT, new Act.Drop());
        assertThat(mail.sender().send(email)).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(mail.sender().lookup(email, post.clock.now())).isInstanceOf(LookupOutcome.Absent.class);
        assertThat(mail.sender().send(email)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(smtp.taken)
                .singleElement()
                .satisfies(taken -> assertThat(taken.message()).contains("Message-ID: " + email.messageId()));
    }

    @Test // smtp-imap 3: the copy is hidden from the reader
    void the_reader_does_not_see_the_hidden_copy() {
        SmtpImap mail = mail(SentCopy.BCC_SELF);
        assertThat(mail.sender().send(post.email().build())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(smtp.taken.getFirst().recipients()).containsExactly("priya@harbourlane.example", Post.SAM.value());
        assertThat(smtp.taken.getFirst().message()).doesNotContainIgnoringCase("bcc:");
    }
}
