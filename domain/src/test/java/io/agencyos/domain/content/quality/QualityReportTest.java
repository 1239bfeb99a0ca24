package io.agencyos.domain.content.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.quality.Finding.Severity;
import io.agencyos.domain.content.quality.QualityReport.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityReportTest {

    private static final String URL = "https://out.example/u/1";
    private static final String SUBJECT = "Quick question, Dana";
    private static final String BODY =
            "Hi Dana,\n\nBright Digital helps businesses like Smile Clinic.\n\nWorth a talk?\n\nSam\n"
                    + "Bright Digital\nUnsubscribe: " + URL;
    private static final QualityContext DANA = QualityContext.outreach("Dana", "Smile Clinic", "Bright Digital", URL)
            .allowing(Set.of("out.example"));

    @Test
    void a_text_in_order_passes() {
        assertThat(email(SUBJECT, BODY).findings()).isEmpty();
        assertThat(email(SUBJECT, BODY).status()).isEqualTo(Status.PASSED);
    }

    // content E-30
    @Test
    void a_subject_of_two_letters_is_too_short() {
        assertThat(email("Hi", BODY).codes()).containsExactly("subject_too_short");
        assertThat(email("Hi", BODY).status()).isEqualTo(Status.FAILED);
    }

    // content E-30
    @Test
    void an_unfilled_variable_in_the_subject_is_an_error() {
        assertThat(email("{{first_name}}, idea", BODY).codes()).containsExactly("placeholder_in_subject");
    }

    // content E-30
    @Test
    void a_shouted_giveaway_in_the_subject_is_two_errors() {
        assertThat(email("FREE AUDIT TODAY", BODY).codes())
                .containsExactlyInAnyOrder("spam_in_subject", "subject_all_caps");
    }

    // content E-30
    @Test
    void feel_free_is_no_spam() {
        assertThat(email(SUBJECT, BODY + "\nPlease feel free to reply, our line is toll-free and hassle-free.")
                        .findings())
                .isEmpty();
    }

    // content E-30
    @Test
    void two_spam_marks_in_the_body_warn_and_three_fail() {
        QualityReport two = email(SUBJECT, BODY + "\nSave 20% now!!!");

        assertThat(two.codes()).containsExactly("spam_in_body", "spam_in_body");
        assertThat(two.status()).isEqualTo(Status.WARNING);
        assertThat(email(SUBJECT, BODY + "\nUrgent: save 20% now!!!").status()).isEqualTo(Status.FAILED);
    }

    // content E-30
    @Test
    void a_text_message_of_161_septets_is_too_long() {
        String opening = "Hi Dana, it's Sam at Bright Digital. " + URL + " ";

        assertThat(sms(opening + "a".repeat(160 - opening.length())).findings()).isEmpty();
        assertThat(sms(opening + "a".repeat(161 - opening.length())).codes()).containsExactly("message_too_long");
    }

    // content E-30
    @Test
    void a_greeting_to_somebody_else_is_an_error() {
        assertThat(email(SUBJECT, BODY.replace("Hi Dana", "Hi John")).codes()).containsExactly("wrong_name");
        assertThat(email(SUBJECT, BODY.replace("Hi Dana,", "Hi Dana - a good day."))
                        .findings())
                .isEmpty();
    }

    // content E-30
    @Test
    void a_note_of_300_characters_fits_and_one_of_301_does_not() {
        String note = "Hi Dana, " + "a".repeat(291);

        assertThat(check(MessageText.of(MessageForm.LINKEDIN_NOTE, note)).findings())
                .isEmpty();
        assertThat(check(MessageText.of(MessageForm.LINKEDIN_NOTE, note + "a")).codes())
                .containsExactly("message_too_long");
    }

    // content 3.8, placeholders
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{x}}",
                "[[x]]",
                "{first_name}",
                "[COMPANY NAME]",
                "<NAME>",
                "%NAME%",
                "insert name here",
                "Lorem ipsum",
                "TBD",
                "undefined",
                "Hi null"
            })
    void what_a_template_left_unfilled_is_found(String rest) {
        assertThat(email(SUBJECT, BODY + "\n" + rest).codes()).contains("placeholder_in_body");
    }

    // content 3.8, placeholders
    @ParameterizedTest
    @ValueSource(strings = {"<p>hello</p>", "[link]", "100% sure", "a null result", "%name%", "[1]"})
    void markup_and_plain_words_are_no_placeholders(String rest) {
        assertThat(email(SUBJECT, BODY + "\n" + rest).findings()).isEmpty();
    }

    // content 3.8
    @Test
    void lengths_of_an_email_have_bounds_and_targets() {
        assertThat(email("a".repeat(51), BODY).codes()).containsExactly("subject_over_target");
        assertThat(email("a".repeat(101), BODY).codes()).containsExactly("subject_too_long");
        assertThat(email(SUBJECT, BODY + " word".repeat(150)).codes()).containsExactly("body_over_target");
        assertThat(email(SUBJECT, BODY + " word".repeat(600)).codes()).containsExactly("body_too_long");
        assertThat(email(SUBJECT, "Dana").codes())
                .containsExactly("body_too_short", "missing_opt_out", "missing_sender_identity");
    }

    // content 3.4
    @Test
    void a_first_linkedin_message_is_shorter_than_a_later_one_and_an_answer_may_be_one_word() {
        MessageText long600 = MessageText.of(MessageForm.LINKEDIN_MESSAGE, "Hi Dana, " + "a".repeat(591));

        assertThat(check(long600).codes()).containsExactly("message_too_long");
        assertThat(QualityReport.of(long600, DANA.asAnswer()).findings()).isEmpty();
        assertThat(QualityReport.of(MessageText.of(MessageForm.LINKEDIN_MESSAGE, "Yes"), DANA.asAnswer())
                        .findings())
                .isEmpty();
        assertThat(check(MessageText.of(MessageForm.LINKEDIN_MESSAGE, "Dana")).codes())
                .containsExactly("message_too_short");
    }

    // content 3.8, voice
    @Test
    void a_field_of_a_script_is_an_error_when_short_and_a_warning_when_long() {
        var script = new MessageText(
                MessageForm.VOICE_SCRIPT,
                Map.of(
                        TextField.OPENING, "Hi Dana",
                        TextField.VALUE_PROP, "a".repeat(501),
                        TextField.CTA, "Is now a good time?"));

        assertThat(check(script).findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("opening_too_short", Severity.ERROR),
                        org.assertj.core.groups.Tuple.tuple("value_prop_too_long", Severity.WARNING));
    }

    // content 3.8
    @Test
    void a_link_leads_to_an_allowed_host_or_below_it_and_nowhere_else() {
        assertThat(email(SUBJECT, BODY + "\nhttps://go.out.example/x").findings())
                .isEmpty();
        for (String link : List.of(
                "https://evil.example/x",
                "https://notout.example",
                "https://out.example.evil.test/",
                "https://out.example@evil.example/",
                "www.evil.example",
                "evil.example/path")) {
            assertThat(email(SUBJECT, BODY + "\n" + link).codes()).as(link).containsExactly("link_not_allowed");
        }
    }

    // content E-35, the last wall
    @Test
    void an_injected_link_does_not_pass() {
        assertThat(email(SUBJECT, BODY + "\nvisit http://evil.example").codes()).containsExactly("link_not_allowed");
    }

    // content 3.8
    @Test
    void what_the_lead_was_sent_before_is_not_sent_again() {
        var earlier = List.of(MessageText.email("Another subject", BODY));

        assertThat(QualityReport.of(MessageText.email(SUBJECT, BODY), DANA.after(earlier))
                        .codes())
                .containsExactly("repeated_content");
    }

    // content 3.8
    @Test
    void wording_person_and_claims_are_checked() {
        assertThat(email(SUBJECT, BODY + "\nI wanted to reach out.").codes()).containsExactly("generic_phrase");
        assertThat(email(SUBJECT, BODY + "\nThat is bullshit.").codes()).containsExactly("profanity");
        assertThat(email(SUBJECT, BODY + "\nHow is your health?").codes()).containsExactly("sensitive_topic");
        assertThat(QualityReport.of(
                                MessageText.email(SUBJECT, BODY + "\nThe merger went well."),
                                DANA.avoiding(Set.of("merger")))
                        .codes())
                .containsExactly("sensitive_topic");
        assertThat(QualityReport.of(
                                MessageText.email(SUBJECT, BODY), DANA.withUnsupportedClaims(List.of("we won a prize")))
                        .codes())
                .containsExactly("unsupported_claim");
        assertThat(email(
                                "A thought on marketing",
                                BODY.replace("Hi Dana,", "Hi there,").replace("Smile Clinic", "yours"))
                        .codes())
                .containsExactly("no_personalization");
    }

    @Test
    void an_excerpt_has_at_most_40_characters() {
        assertThat(email("a".repeat(101), BODY).findings())
                .allMatch(finding -> finding.excerpt().length() == 40);
    }

    @Property
    void any_text_is_checked_without_failure_and_always_the_same(@ForAll String subject, @ForAll String body) {
        assertThat(email(subject, body)).isEqualTo(email(subject, body));
    }

    private static QualityReport email(String subject, String body) {
        return check(MessageText.email(subject, body));
    }

    private static QualityReport sms(String text) {
        return check(MessageText.of(MessageForm.SMS, text));
    }

    private static QualityReport check(MessageText text) {
        return QualityReport.of(text, DANA);
    }
}
