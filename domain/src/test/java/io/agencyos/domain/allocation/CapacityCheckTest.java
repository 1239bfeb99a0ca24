package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.allocation.CapacityCheck.Dials;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityCheckTest {

    private static CapacityCheck of(Plan plan) {
        return new CapacityCheck(plan.terms().leadsPerMonth(), Dials.PLANNED);
    }

    private static Map<Channel, Integer> supply(int email, int linkedIn, int voice, int sms) {
        return Map.of(Channel.EMAIL, email, Channel.LINKEDIN, linkedIn, Channel.VOICE, voice, Channel.SMS, sms);
    }

    @ParameterizedTest // PLAN-2, the table: need, supply and sustained LinkedIn supply of each plan
    @CsvSource({
        "IGNITION, 113.6, 42.6, 39.8, 5.7, 135, 80, 64, 50, 100",
        "VELOCITY, 204.5, 76.7, 71.6, 10.2, 225, 140, 112, 100, 200",
        "DOMINANCE, 409.1, 153.4, 143.2, 20.5, 450, 280, 224, 150, 200"
    })
    void what_a_plan_sells_can_be_delivered_by_its_resources(
            Plan plan,
            BigDecimal email,
            BigDecimal linkedIn,
            BigDecimal voice,
            BigDecimal sms,
            int emails,
            int connects,
            int sustained,
            int calls,
            int texts) {
        CapacityCheck check = of(plan);

        assertThat(check.need(Channel.EMAIL)).isEqualTo(email);
        assertThat(check.need(Channel.LINKEDIN)).isEqualTo(linkedIn);
        assertThat(check.need(Channel.VOICE)).isEqualTo(voice);
        assertThat(check.need(Channel.SMS)).isEqualTo(sms);
        assertThat(check.need(Channel.MAIL)).isEqualByComparingTo("0");
        assertThat(check.shortfalls(supply(emails, connects, calls, texts))).isEmpty();
        assertThat(check.shortfalls(supply(emails, sustained, calls, texts))).isEmpty();
    }

    @Test // PLAN-2, decision: nine domains give 405, less than the 409.1 that two e-mails per lead need
    void nine_domains_are_too_few_for_the_largest_plan() {
        assertThat(of(Plan.DOMINANCE).shortfalls(supply(405, 280, 150, 200)))
                .containsExactly(new CapacityCheck.Shortfall(Channel.EMAIL, new BigDecimal("4.1")));
    }

    @Test // PLAN-2: need > supply
    void a_channel_without_senders_lacks_all_that_it_needs_and_exactly_enough_is_enough() {
        assertThat(of(Plan.IGNITION).shortfalls(Map.of(Channel.EMAIL, 113, Channel.LINKEDIN, 43)))
                .containsExactly(
                        new CapacityCheck.Shortfall(Channel.EMAIL, new BigDecimal("0.6")),
                        new CapacityCheck.Shortfall(Channel.VOICE, new BigDecimal("39.8")),
                        new CapacityCheck.Shortfall(Channel.SMS, new BigDecimal("5.7")));
        assertThat(new CapacityCheck(1_100, Dials.PLANNED).shortfalls(supply(100, 38, 35, 5)))
                .isEmpty();
        assertThat(new CapacityCheck(1_100, Dials.PLANNED).shortfalls(supply(99, 38, 35, 5)))
                .containsExactly(new CapacityCheck.Shortfall(Channel.EMAIL, new BigDecimal("1.0")));
    }

    @Test // PLAN-2: once 50 calls exist, the client's measured dials per called lead
    void fifty_calls_tell_better_than_the_plan_how_often_a_lead_is_dialled() {
        assertThat(Dials.measured(49, 40)).isEqualTo(Dials.PLANNED);
        assertThat(Dials.measured(0, 0)).isEqualTo(Dials.PLANNED);
        CapacityCheck measured = new CapacityCheck(1_250, Dials.measured(50, 40));
        assertThat(measured.need(Channel.VOICE)).isEqualTo(new BigDecimal("24.9"));
        assertThat(measured.need(Channel.EMAIL)).isEqualTo(new BigDecimal("113.6"));
        assertThatThrownBy(() -> new Dials(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest // PLAN-2: the closing e-mail takes what is left
    @CsvSource({"IGNITION, 135, 51.1, 21.4, 42", "VELOCITY, 225, 92.0, 20.5, 22", "DOMINANCE, 450, 184.1, 40.9, 22"})
    void closing_e_mails_take_what_is_left(Plan plan, int supply, BigDecimal wished, BigDecimal possible, int perCent) {
        assertThat(of(plan).closing(supply)).isEqualTo(new CapacityCheck.Closing(wished, possible, perCent));
        assertThat(of(plan).closing(0).perCent()).isZero();
        assertThat(of(plan).closing(100_000).perCent()).isEqualTo(100);
    }
}
