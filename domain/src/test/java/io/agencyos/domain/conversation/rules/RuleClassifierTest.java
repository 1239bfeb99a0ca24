package io.agencyos.domain.conversation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.conversation.Priority;
import io.agencyos.domain.conversation.RejectionReason;
import io.agencyos.domain.conversation.Sentiment;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleClassifierTest {

    private final RuleClassifier classifier = new RuleClassifier();

    // content E-40
    @ParameterizedTest(name = "{0}: {1} is {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SMS   | STOP | UNSUBSCRIBE | 0.95",
                "EMAIL | Take me off your list | UNSUBSCRIBE | 0.95",
                "EMAIL | REMOVE ME FROM THIS LIST NOW!! | ANGRY_OR_COMPLAINT | 0.95",
                "EMAIL | What unsubscribe rates do you usually see? | QUESTION | 0.95",
                "EMAIL | Please don't call me, email me instead. | QUESTION | 0.30",
                "EMAIL | This is spam. I'm reporting you to ACMA. | ANGRY_OR_COMPLAINT | 0.95",
                "SMS   | Is this a scam? | QUESTION | 0.80",
                "EMAIL | I'm not interested, thanks. | NOT_INTERESTED | 0.95",
                "EMAIL | We already work with an agency and are happy with them. | NOT_INTERESTED | 0.95",
                "EMAIL | Not right now, try me again in July. | NOT_INTERESTED | 0.95",
                "EMAIL | It's too expensive for us at the moment | NOT_INTERESTED | 0.80",
                "EMAIL | Maybe later in the year | NOT_INTERESTED | 0.65",
                "EMAIL | I do not want to book a call | NOT_INTERESTED | 0.95",
                "EMAIL | Sure, can we chat Tuesday at 2pm? | MEETING_REQUEST | 0.95",
                "EMAIL | Can't wait to chat, book me in | MEETING_REQUEST | 0.95",
                "EMAIL | I am away until Monday but keen to chat when I'm back | MEETING_REQUEST | 0.95",
                "EMAIL | Yes, we are interested. How much does it cost? | INTERESTED | 0.95",
                "EMAIL | Can you send through some case studies? | INTERESTED | 0.95",
                "SMS   | Ok | INTERESTED | 0.65",
                "EMAIL | How much do you charge? | QUESTION | 0.95",
                "EMAIL | Do you work with dental clinics? | QUESTION | 0.80",
                "EMAIL | You should speak to Jane Doe, she looks after marketing: jane@acme.com.au | REFERRAL | 0.95",
                "EMAIL | Not interested myself, try Priya Shah. | REFERRAL | 0.90",
                "EMAIL | Not my area, but Tom Nguyen handles this. | REFERRAL | 0.90",
                "EMAIL | I no longer work at Acme. | WRONG_PERSON | 0.95",
                "EMAIL | Wrong number mate | WRONG_PERSON | 0.95",
                "EMAIL | I'm on annual leave, back on Monday. | OUT_OF_OFFICE | 0.90",
                "EMAIL | Thanks | QUESTION | 0.30",
                "EMAIL | Do not call or email our office again. | UNSUBSCRIBE | 0.95",
                "EMAIL | Pls unsubcribe | UNSUBSCRIBE | 0.95",
                "EMAIL | We would like to subscribe | QUESTION | 0.30",
                "EMAIL | Please don't hesitate to call me | QUESTION | 0.30",
                "EMAIL | Can you get bad reviews removed? | QUESTION | 0.80",
                "EMAIL | We want to stop missing calls. Can you help? | QUESTION | 0.80",
                "EMAIL | How do I get off this list? | UNSUBSCRIBE | 0.95",
                "EMAIL | No, Tuesday is better | MEETING_REQUEST | 0.95",
                "EMAIL | Please send this to jo@acme.example | REFERRAL | 0.95",
                "EMAIL | Did you mean to send this to me? | QUESTION | 0.80",
                "EMAIL | Bad timing sorry, maybe touch base after EOFY | NOT_INTERESTED | 0.95",
                "EMAIL | We tried that once and never looked back at it | NOT_INTERESTED | 0.65",
            })
    void the_replies_of_the_table_are_read_as_the_table_says(
            Channel channel, String text, Intent intent, BigDecimal confidence) {
        Classification read = read(channel, text);

        assertThat(read.intent()).as("%s", read.hits()).isEqualTo(intent);
        assertThat(read.confidence()).as("%s", read.hits()).isEqualTo(confidence);
        assertThat(read.needsReview()).isEqualTo(confidence.compareTo(new BigDecimal("0.70")) < 0);
    }

    // content E-40
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What unsubscribe rates do you usually see?",
                "Please don't call me, email me instead.",
                "We would like to subscribe",
                "Please don't hesitate to call me",
                "Can you get bad reviews removed?",
                "We want to stop missing calls. Can you help?"
            })
    void words_that_only_look_like_an_opt_out_are_none(String text) {
        assertThat(read(Channel.EMAIL, text).flags().optOut()).isFalse();
    }

    // content E-40
    @Test
    void an_angry_opt_out_keeps_the_opt_out_as_a_flag() {
        Classification read = read(Channel.EMAIL, "REMOVE ME FROM THIS LIST NOW!!");

        assertThat(read.flags()).isEqualTo(new Classification.Flags(true, true));
        assertThat(read.priority()).isEqualTo(Priority.URGENT);
        assertThat(read.rejectionReason()).isEqualTo(RejectionReason.DO_NOT_CONTACT);
    }

    // content E-40
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "We already work with an agency and are happy with them. | COMPETITOR | USING_COMPETITOR",
                "Not right now, try me again in July. | TIMING | TIMING_NOT_NOW",
                "It's too expensive for us at the moment | BUDGET | BUDGET_CONSTRAINTS",
                "Bad timing sorry, maybe touch base after EOFY | TIMING | TIMING_NOT_NOW",
            })
    void the_first_objection_gives_the_reason_of_the_rejection(
            String text, Objection objection, RejectionReason reason) {
        Classification read = read(Channel.EMAIL, text);

        assertThat(read.firstObjection()).contains(objection);
        assertThat(read.rejectionReason()).isEqualTo(reason);
    }

    // content E-40
    @Test
    void what_else_a_reply_says_is_kept_as_secondary() {
        assertThat(read(Channel.EMAIL, "Yes, we are interested. How much does it cost?")
                        .secondary())
                .contains(Intent.QUESTION);
        assertThat(read(Channel.EMAIL, "Not interested myself, try Priya Shah.").secondary())
                .contains(Intent.NOT_INTERESTED);
    }

    // content E-40
    @Test
    void a_channel_asked_for_instead_is_a_preference() {
        assertThat(read(Channel.EMAIL, "Please don't call me, email me instead.")
                        .entities()
                        .channelPreference())
                .contains(Channel.EMAIL);
    }

    // content E-40
    @Test
    void a_referral_names_the_person_as_far_as_the_reply_does() {
        var jane = read(Channel.EMAIL, "You should speak to Jane Doe, she looks after marketing: jane@acme.com.au")
                .entities()
                .referral()
                .orElseThrow();
        var jo = read(Channel.EMAIL, "Please send this to jo@acme.example")
                .entities()
                .referral()
                .orElseThrow();

        assertThat(jane.name()).contains("Jane Doe");
        assertThat(jane.email()).contains("jane@acme.com.au");
        assertThat(jane.isReachable()).isTrue();
        assertThat(jo.name()).isEmpty();
        assertThat(jo.email()).contains("jo@acme.example");
        assertThat(jo.isReachable()).isFalse();
    }

    // content 4.4, referral entity
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Not my area, but Tom Nguyen handles this. | Tom Nguyen",
                "Not interested myself, try Priya Shah. | Priya Shah",
                "Please reach out to Conor O'Brien on 02 5550 1234 | Conor O'Brien",
                "Wrong person. Marketing lives with Ana Mary-Jane (ana@acme.example) | Ana Mary-Jane",
            })
    void the_name_is_the_run_of_capitals_in_the_rule_or_before_the_address(String text, String name) {
        assertThat(read(Channel.EMAIL, text).entities().referral().orElseThrow().name())
                .contains(name);
    }

    // content 4.4, referral entity
    @Test
    void an_address_that_is_the_senders_or_the_clients_refers_to_nobody() {
        InboundReply reply =
                reply(Channel.EMAIL, "My address is Dana@acme.example").knowing(Set.of("dana@acme.example"));

        assertThat(classifier.classify(reply).intent()).isEqualTo(Intent.QUESTION);
    }

    // content E-40
    @Test
    void a_machine_that_says_that_somebody_left_and_names_another_refers() {
        Classification read = classifier.classify(
                reply(Channel.EMAIL, "Sarah Jones no longer works at Acme. Please contact Bill Smith at bill@acme.com.")
                        .withAutomatedHeader());

        assertThat(read.intent()).isEqualTo(Intent.REFERRAL);
        assertThat(read.confidence()).isEqualTo("0.85");
        assertThat(read.entities().referral().orElseThrow().name()).contains("Bill Smith");
    }

    // content E-40
    @Test
    void a_receipt_with_a_ticket_number_is_a_machine_and_no_person() {
        Classification read = classifier.classify(
                reply(Channel.EMAIL, "Thank you for contacting Acme. Our team will look at it. Ticket number 4431.")
                        .withAutomatedHeader());

        assertThat(read.intent()).isEqualTo(Intent.AUTO_REPLY);
        assertThat(read.confidence()).isEqualTo("0.95");
        assertThat(read.isHuman()).isFalse();
    }

    // content 4.4, decision order 2
    @Test
    void an_opt_out_word_in_automatic_mail_is_ignored() {
        Classification read = classifier.classify(
                reply(Channel.EMAIL, "I am on annual leave until Monday. To unsubscribe from our news click below.")
                        .withAutomatedHeader());

        assertThat(read.intent()).isEqualTo(Intent.OUT_OF_OFFICE);
        assertThat(read.flags().optOut()).isFalse();
        assertThat(read.isHuman()).isFalse();
    }

    // content E-39
    @Test
    void quoted_text_never_counts() {
        Classification read = read(
                Channel.EMAIL,
                "No thanks\n\nOn Tue, 17 Feb 2026 at 9:00, Sam <sam@x.example> wrote:\n> Interested? Unsubscribe here");

        assertThat(read.intent()).isEqualTo(Intent.NOT_INTERESTED);
        assertThat(read.flags().optOut()).isFalse();
    }

    // content 4.2
    @Test
    void a_reply_of_which_cleaning_leaves_nothing_is_read_whole_and_trusted_less() {
        assertThat(read(Channel.EMAIL, "> I am not interested").confidence()).isEqualTo("0.75");
        assertThat(read(Channel.EMAIL, "").confidence()).isEqualTo("0.10");
    }

    // content E-41
    @Test
    void sentiment_counts_distinct_friendly_and_unfriendly_words() {
        assertThat(sentiment("Sounds great, keen to chat")).isEqualTo(Sentiment.of(2, 0));
        assertThat(sentiment("Sounds great, keen to chat").score()).isEqualTo("0.6");
        assertThat(sentiment("Great service but too expensive").label()).isEqualTo(Sentiment.Label.MIXED);
        assertThat(sentiment("Great service but too expensive").score()).isEqualTo("0.0");
        assertThat(sentiment("No thanks.").label()).isEqualTo(Sentiment.Label.NEGATIVE);
        assertThat(sentiment("No thanks.").score()).isEqualTo("-0.3");
        assertThat(sentiment("Tuesday").label()).isEqualTo(Sentiment.Label.NEUTRAL);
    }

    // outreach 9.4
    @ParameterizedTest
    @CsvSource({
        "stop, true",
        "Stop., true",
        "STOP please, true",
        "Opt out, true",
        "CANCEL, true",
        "End of month works, false",
        "Cancel Thursday please, false",
        "quit calling it that, false"
    })
    void a_text_of_a_stop_word_opts_out(String text, boolean optsOut) {
        assertThat(read(Channel.SMS, text).flags().optOut()).isEqualTo(optsOut);
    }

    // content 4.3
    @Test
    void the_rules_that_hit_are_shown_with_their_words() {
        assertThat(read(Channel.EMAIL, "Sorry, we are not interested").hits())
                .extracting(Classification.RuleHit::group, Classification.RuleHit::words)
                .contains(org.assertj.core.groups.Tuple.tuple("not_interested", "not interested"));
    }

    // content 4.4, normalisation
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "We dont\tneed this | NOT_INTERESTED",
                "I\u2019m not interested | NOT_INTERESTED",
                "\uD83D\uDC4D | INTERESTED",
                "\uD83D\uDC4E | NOT_INTERESTED",
                "wld u be free tmrw arvo? are u free tmrw | MEETING_REQUEST",
                "Not a bad idea | INTERESTED",
                "No worries, send me the deck | INTERESTED",
                "I wouldn't mind a call on Friday at 3 | MEETING_REQUEST",
            })
    void spelling_quotes_idioms_and_short_forms_are_brought_to_one_form(String text, Intent intent) {
        assertThat(read(Channel.SMS, text).intent()).isEqualTo(intent);
    }

    // content 4.3
    @Test
    void proposed_times_and_the_phone_are_kept_as_written() {
        Classification read = read(Channel.EMAIL, "Call me Thursday at 2 please\n\nRegards,\nDana\n0491 570 156");

        assertThat(read.entities().proposedTimes()).containsExactly("Thursday at 2");
        assertThat(read.entities().phone()).isEqualTo(Optional.of("0491 570 156"));
    }

    private Sentiment sentiment(String text) {
        return read(Channel.EMAIL, text).sentiment();
    }

    private Classification read(Channel channel, String text) {
        return classifier.classify(reply(channel, text));
    }

    private static InboundReply reply(Channel channel, String text) {
        return InboundReply.ofText(channel, text, LabelledReply.RECEIVED);
    }
}
