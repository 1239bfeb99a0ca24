package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.AnswerPolicy.Route;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class AnswerPolicyTest {

    private static final ZonedDateTime TUESDAY =
            ZonedDateTime.of(2026, 2, 17, 10, 0, 0, 0, ZoneId.of("Australia/Sydney"));
    private static final ZonedDateTime SUNDAY = TUESDAY.plusDays(5);

    // content E-44
    @Test
    void an_answer_waits_minutes_in_business_hours_and_longer_outside() {
        assertThat(AnswerPolicy.delay("reply-1", TUESDAY)).isEqualTo(Duration.ofSeconds(245));
        assertThat(AnswerPolicy.delay("reply-1", SUNDAY)).isEqualTo(Duration.ofSeconds(804));
        assertThat(AnswerPolicy.delay("reply-1", TUESDAY.withHour(17))).isEqualTo(Duration.ofSeconds(804));
        assertThat(AnswerPolicy.delay("reply-1", TUESDAY.withHour(9))).isEqualTo(Duration.ofSeconds(245));
    }

    // content 4.7
    @Test
    void only_autopilot_sends_and_only_what_is_sure_and_clean() {
        Classification sure = read("Sure, can we chat Tuesday at 2pm?");

        assertThat(route(PermissionMode.AUTOPILOT, sure, true)).isEqualTo(Route.SEND);
        assertThat(route(PermissionMode.AUTOPILOT, sure, false)).isEqualTo(Route.DRAFT);
        assertThat(route(PermissionMode.AUTOPILOT, read("Ok"), true)).isEqualTo(Route.DRAFT);
        assertThat(route(PermissionMode.CO_PILOT, sure, true)).isEqualTo(Route.APPROVAL_QUEUE);
        assertThat(route(PermissionMode.MANUAL, sure, true)).isEqualTo(Route.SUGGESTION);
    }

    // content 4.7
    @Test
    void after_three_automatic_answers_or_a_persons_word_a_person_goes_on() {
        Classification sure = read("Sure, can we chat Tuesday at 2pm?");

        assertThat(AnswerPolicy.route(PermissionMode.AUTOPILOT, sure, true, 2, false))
                .isEqualTo(Route.SEND);
        assertThat(AnswerPolicy.route(PermissionMode.AUTOPILOT, sure, true, 3, false))
                .isEqualTo(Route.DRAFT);
        assertThat(AnswerPolicy.route(PermissionMode.AUTOPILOT, sure, true, 0, true))
                .isEqualTo(Route.DRAFT);
    }

    // content 4.6, never automatic
    @Test
    void an_opt_out_or_anger_is_never_answered_by_itself() {
        assertThat(route(PermissionMode.AUTOPILOT, read("Unsubscribe"), true)).isEqualTo(Route.DRAFT);
        assertThat(route(PermissionMode.AUTOPILOT, read("This is spam"), true)).isEqualTo(Route.DRAFT);
    }

    // content E-43
    @Test
    void three_complaints_in_a_week_or_more_than_half_a_percent_pause_the_campaign() {
        assertThat(ComplaintGuard.pauses(1, 1, 200)).isFalse();
        assertThat(ComplaintGuard.pauses(2, 2, 300)).isTrue();
        assertThat(ComplaintGuard.pauses(2, 2, 199)).isFalse();
        assertThat(ComplaintGuard.pauses(3, 3, 10_000)).isTrue();
    }

    private static Route route(PermissionMode mode, Classification read, boolean qaClean) {
        return AnswerPolicy.route(mode, read, qaClean, 0, false);
    }

    private static Classification read(String text) {
        return new RuleClassifier().classify(InboundReply.ofText(Channel.EMAIL, text, TUESDAY));
    }
}
