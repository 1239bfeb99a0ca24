package io.agencyos.bootstrap.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product sends through a plain mail server instead of the usual vendor, and nothing else of it differs: the same use
 * cases set it up, the same stages send, the same inbox takes the answers in. Source: smtp-imap, outreach 4.
 */
class PlainMailServerTest {

    private static final String PRIYA = "priya@harbourlane.example";
    private static final String JONAS = "jonas@brightacre.example";
    private static final Map<String, String> LEADS = Map.of(PRIYA, "Harbour Lane", JONAS, "Bright Acre");
    private static final int A_WEEK = 7 * 48;

    private final PostOffice post = new PostOffice();

    @AfterEach
    void stop() {
        post.close();
    }

    private void untilBothHaveMail(MailAgency agency) {
        for (int i = 0;
                i < A_WEEK && (post.inbox(PRIYA).isEmpty() || post.inbox(JONAS).isEmpty());
                i++) {
            agency.halfAnHour();
        }
    }

    @Test // smtp-imap 2, 4; content 4: a lead who is not interested hears nothing more
    void each_lead_gets_one_mail_and_the_one_who_says_no_hears_nothing_more(@TempDir Path data) throws Exception {
        try (MailAgency agency = new MailAgency(data, post, post.smtpPort())) {
            agency.importLeads(LEADS);
            untilBothHaveMail(agency);

            assertThat(post.inbox(PRIYA)).hasSize(1);
            assertThat(post.inbox(JONAS)).hasSize(1);
            MimeMessage first = post.inbox(PRIYA).getFirst();
            Touch touch = agency.touches(PRIYA).getFirst();
            assertThat(first.getMessageID()).isEqualTo("<" + touch.id().text() + "@hello-harbour.example>");
            assertThat(first.getFrom()[0].toString()).contains(MailAgency.SAM);
            assertThat(first.getHeader("List-Unsubscribe", null))
                    .contains("<https://os.agency.example/u/")
                    .contains("<mailto:" + MailAgency.SAM + "?subject=unsubscribe%20"
                            + touch.id().text());
            assertThat(first.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");

            post.answer(first, PRIYA, MailAgency.SAM, "Thanks, but we are not interested.");
            assertThat(agency.readMail().fresh())
                    .as("copies to itself and the answer")
                    .isGreaterThan(0);

            assertThat(agency.enrolment(PRIYA).state()).isEqualTo(EnrolmentState.STOPPED);
            agency.days(12);
            assertThat(post.inbox(PRIYA)).as("nothing more").hasSize(1);
            assertThat(post.inbox(JONAS)).as("the other sequence went on").hasSizeGreaterThan(1);
            assertThat(agency.enrolment(JONAS).state()).isNotEqualTo(EnrolmentState.STOPPED);
            post.send(
                    JONAS,
                    MailAgency.SAM,
                    "unsubscribe " + agency.touches(JONAS).getLast().id().text());
            assertThat(agency.readMail().failures())
                    .as("a vendor that is not connected is not asked")
                    .isEmpty();
            assertThat(agency.enrolment(JONAS).state())
                    .as("opted out as his mail program does")
                    .isEqualTo(EnrolmentState.STOPPED);
        }
    }

    @Test // smtp-imap 3, outreach 4.5: lost after the final dot, looked up, never sent twice
    void an_answer_that_was_lost_is_looked_up_and_no_second_mail_leaves(@TempDir Path data) throws IOException {
        try (LossyDoor door = new LossyDoor(post.smtpPort(), 2);
                MailAgency agency = new MailAgency(data, post, door.port())) {
            agency.importLeads(LEADS);
            Map<String, TouchState> atFirst = new HashMap<>();
            for (int i = 0; i < A_WEEK && atFirst.size() < 2; i++) {
                agency.halfAnHour();
                LEADS.keySet().stream()
                        .filter(lead -> !post.inbox(lead).isEmpty())
                        .forEach(lead -> atFirst.putIfAbsent(lead, firstOf(agency, lead)));
            }
            assertThat(door.lost()).isEqualTo(2);
            assertThat(atFirst)
                    .containsOnly(Map.entry(PRIYA, TouchState.UNKNOWN), Map.entry(JONAS, TouchState.UNKNOWN));

            agency.days(1);
            for (String lead : LEADS.keySet()) {
                assertThat(firstOf(agency, lead)).as(lead).isEqualTo(TouchState.SENT);
                assertThat(post.inbox(lead)).as(lead).hasSize(1);
            }
        }
    }

    private static TouchState firstOf(MailAgency agency, String lead) {
        return agency.touches(lead).getLast().state();
    }
}
