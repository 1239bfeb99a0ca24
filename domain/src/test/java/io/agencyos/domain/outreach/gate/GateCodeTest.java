package io.agencyos.domain.outreach.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ReasonCode;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateCodeTest {

    /** Stands for the intents, which belong to a context above this one. */
    private enum Intent implements Vocabulary {
        NOT_INTERESTED
    }

    @Test
    void a_family_is_completed_by_a_word_of_its_vocabulary() { // vocabulary 17
        assertThat(GateCode.suppressed(SuppressionReason.EXISTING_CUSTOMER).wire())
                .isEqualTo("suppressed_existing_customer");
        assertThat(GateCode.leadStatus(LeadStatus.CONVERTED).wire()).isEqualTo("lead_status_converted");
        assertThat(GateCode.poolStatus(PoolStatus.INVALID).wire()).isEqualTo("pool_status_invalid");
        assertThat(GateCode.replied(Intent.NOT_INTERESTED).wire()).isEqualTo("replied_not_interested");
        assertThat(GateCode.noResource(Channel.EMAIL).wire()).isEqualTo("no_resource_email");
        assertThat(GateCode.rateLimit(Channel.LINKEDIN).wire()).isEqualTo("rate_limit_linkedin");
        assertThat(GateCode.of(GateReason.TOO_RECENT).code()).isEqualTo(new ReasonCode("too_recent"));
    }

    @ParameterizedTest
    @CsvSource({
        "rate_limit_new_leads,RATE_LIMIT_NEW_LEADS,''",
        "rate_limit_client_sms,RATE_LIMIT_CLIENT_SMS,''",
        "rate_limit_sms,RATE_LIMIT,sms",
        "replied,REPLIED,''",
        "replied_not_interested,REPLIED,not_interested",
        "suppressed_do_not_contact,SUPPRESSED,do_not_contact",
        "lead_status_not_interested,LEAD_STATUS,not_interested",
        "too_recent,TOO_RECENT,''",
    })
    void a_stored_code_is_read_back(String wire, GateReason reason, String detail) {
        assertThat(GateCode.parse(wire)).contains(new GateCode(reason, detail));
        assertThat(new GateCode(reason, detail).wire()).isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "suppressed",
                "suppressed_",
                "suppressed_nothing",
                "rate_limit",
                "rate_limit_fax",
                "TOO_RECENT",
                "too_recent_email"
            })
    void a_code_that_is_none_is_not_found(String wire) {
        assertThat(GateCode.parse(wire)).isEmpty();
    }

    @Test
    void a_reason_is_never_without_the_word_it_needs() {
        assertThatThrownBy(() -> GateCode.of(GateReason.SUPPRESSED)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GateCode(GateReason.TOO_RECENT, "email"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void no_text_makes_the_parser_throw(@ForAll String wire) {
        assertThat(GateCode.parse(wire).map(GateCode::wire).orElse(wire)).isEqualTo(wire);
    }

    @Test
    void every_check_from_1_to_40_has_a_reason_and_they_stand_in_order() { // outreach 3.3
        List<Integer> checks = Arrays.stream(GateReason.values())
                .map(GateReason::check)
                .filter(check -> check > 0)
                .toList();
        assertThat(checks).isSorted();
        assertThat(checks.stream().distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void a_code_has_one_class_unless_the_case_decides() { // vocabulary 17
        assertThat(Arrays.stream(GateReason.values())
                        .filter(reason -> reason.classes().size() > 1))
                .containsExactly(GateReason.SUBSCRIPTION_INACTIVE, GateReason.CAMPAIGN_INACTIVE);
        assertThat(Arrays.stream(GateReason.values())
                        .filter(reason -> reason.check() > 0 && reason.classes().isEmpty()))
                .containsExactly(GateReason.ENROLMENT_STATE, GateReason.STEP_SUPERSEDED, GateReason.RECIPIENT_CHANGED);
        assertThat(GateReason.DNCR_LISTED.classes()).containsExactly(GateClass.SKIP);
        assertThat(GateReason.REPLY_OPEN.classes()).containsExactly(GateClass.HOLD);
        assertThat(GateReason.COMPLIANCE_ELEMENT_MISSING.classes()).containsExactly(GateClass.FAIL);
    }

    @Test
    void a_touch_ends_in_one_of_six_states() { // vocabulary 4
        assertThat(Arrays.stream(TouchState.values()).filter(TouchState::isTerminal))
                .containsExactly(
                        TouchState.SENT,
                        TouchState.SKIPPED,
                        TouchState.CANCELLED,
                        TouchState.FAILED,
                        TouchState.EXPIRED,
                        TouchState.ABANDONED);
        assertThat(Arrays.stream(TouchState.values()).filter(TouchState::countsAsSent))
                .containsExactly(TouchState.SENT, TouchState.ABANDONED);
        assertThat(Arrays.stream(TouchState.values()).filter(TouchState::isInFlight))
                .containsExactly(TouchState.DISPATCHING, TouchState.UNKNOWN);
    }

    @Test
    void a_delivery_report_only_ever_adds_news() { // outreach 4.1
        assertThat(DeliveryStatus.ACCEPTED.mayBecome(DeliveryStatus.DELIVERED)).isTrue();
        assertThat(DeliveryStatus.DELIVERED.mayBecome(DeliveryStatus.BOUNCED)).isTrue();
        assertThat(DeliveryStatus.DELIVERED.mayBecome(DeliveryStatus.ACCEPTED)).isFalse();
        assertThat(DeliveryStatus.DELIVERED.mayBecome(DeliveryStatus.UNDELIVERED))
                .isFalse();
        assertThat(DeliveryStatus.BOUNCED.mayBecome(DeliveryStatus.DELIVERED)).isFalse();
        for (DeliveryStatus status : DeliveryStatus.values()) {
            assertThat(status.mayBecome(status)).isFalse();
        }
    }

    @Test
    void a_kind_belongs_to_one_channel_and_a_profile_view_is_no_touch() { // vocabulary 3
        assertThat(Arrays.stream(TouchKind.values()).filter(kind -> kind.channel() == Channel.LINKEDIN))
                .containsExactly(TouchKind.LI_VIEW, TouchKind.LI_INVITE, TouchKind.LI_MESSAGE);
        assertThat(Arrays.stream(TouchKind.values()).filter(kind -> kind.channel() == Channel.MAIL))
                .containsExactly(TouchKind.LETTER, TouchKind.POSTCARD);
        assertThat(Arrays.stream(TouchKind.values()).filter(kind -> !kind.countsAsTouch()))
                .containsExactly(TouchKind.LI_VIEW);
    }
}
