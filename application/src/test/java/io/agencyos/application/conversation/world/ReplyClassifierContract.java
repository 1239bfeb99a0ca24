package io.agencyos.application.conversation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What everything that says what replies mean must do, whether it goes by rules or asks a model: whoever says stop is
 * understood, and any text has an answer. Source: content 4.2, 4.3.
 */
public abstract class ReplyClassifierContract {

    private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+11:00[Australia/Sydney]");

    protected abstract ReplyClassifier classifier();

    private Classification read(String text) {
        return classifier().classify(InboundReply.ofText(Channel.EMAIL, text, MONDAY));
    }

    @ParameterizedTest // nobody is contacted after saying stop
    @ValueSource(
            strings = {
                "Unsubscribe",
                "Please remove me from your list.",
                "Stop emailing me",
                "Do not contact me again.",
                "take me off your mailing list please"
            })
    void whoever_says_stop_is_understood_at_any_confidence(String text) {
        assertThat(read(text).flags().optOut()).isTrue();
        assertThat(read(text).requiresResponse()).isFalse();
    }

    @ParameterizedTest // content 4.3
    @ValueSource(strings = {"Sounds interesting, how about Thursday at 10?", "Yes, let's book a call next week."})
    void whoever_wants_to_talk_did_not_say_stop(String text) {
        assertThat(read(text).flags().optOut()).isFalse();
        assertThat(read(text).requiresResponse()).isTrue();
    }

    @Test // content 4.2: headers of automatic mail
    void an_automatic_answer_is_nobodys_word() {
        InboundReply automatic = InboundReply.ofText(
                        Channel.EMAIL, "I am out of the office until 16 March. To stop, unsubscribe.", MONDAY)
                .withAutomatedHeader();

        assertThat(classifier().classify(automatic)).satisfies(read -> {
            assertThat(read.isHuman()).isFalse();
            assertThat(read.intent()).isIn(Intent.OUT_OF_OFFICE, Intent.AUTO_REPLY);
            assertThat(read.flags().optOut()).isFalse();
        });
    }

    @Test
    void any_text_has_an_answer_within_bounds() {
        for (String text : List.of("", " \n ", "👍", "؟", "x".repeat(200_000), "> \n> quoted only", "\u0000\uFFFF")) {
            Classification read = read(text);
            assertThat(read.intent()).isNotNull();
            assertThat(read.confidence()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(read.questions()).hasSizeLessThanOrEqualTo(5).allMatch(question -> question.length() <= 300);
            assertThat(read.version()).isNotBlank();
        }
    }

    @Test
    void what_nobody_can_make_out_is_left_to_a_person() {
        assertThat(read("mh").needsReview()).isTrue();
    }

    @ParameterizedTest // content 4.3
    @EnumSource(
            value = Channel.class,
            names = {"EMAIL", "LINKEDIN", "SMS", "VOICE"})
    void stop_is_stop_on_every_channel(Channel channel) {
        assertThat(classifier()
                        .classify(InboundReply.ofText(channel, "Please stop contacting me", MONDAY))
                        .flags()
                        .optOut())
                .isTrue();
    }
}
