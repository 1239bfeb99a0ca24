package io.agencyos.domain.content.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiBudgetTest {

    private static AiCost cost(String dollars) {
        return AiCost.dollars(dollars);
    }

    @ParameterizedTest // TIER-4: client cap per day
    @CsvSource({"IGNITION, 50", "VELOCITY, 100", "DOMINANCE, 200"})
    void each_plan_has_its_allowance_of_a_day(Plan plan, String dollars) {
        assertThat(AiCost.of(plan.terms().aiBudgetPerDay())).isEqualTo(cost(dollars));
    }

    @Test // TIER-4: per item cap
    void five_tasks_have_a_cap_per_item() {
        Map<AiTask, AiCost> caps = Arrays.stream(AiTask.values())
                .filter(task -> task.itemCap().isPresent())
                .collect(Collectors.toMap(
                        Function.identity(), task -> task.itemCap().orElseThrow()));
        assertThat(caps)
                .isEqualTo(Map.of(
                        AiTask.ICP_EXTRACTION, cost("1.50"),
                        AiTask.ENRICHMENT, cost("1.50"),
                        AiTask.EMAIL, cost("0.50"),
                        AiTask.VOICE_KB, cost("2.00"),
                        AiTask.OBJECTION, cost("0.50")));
    }

    @Test // TIER-4: a platform cap below the largest client cap is refused at start-up
    void the_platforms_cap_is_no_smaller_than_the_largest_clients() {
        assertThat(AiBudget.refusal(cost("500"))).isEmpty();
        assertThat(AiBudget.refusal(cost("200"))).isEmpty();
        assertThat(AiBudget.refusal(cost("199.99")))
                .contains("The platform's AI budget of A$199.99 a day is below the A$200 of the largest plan.");
        assertThat(AiBudget.refusal(cost("50"))).isPresent();
    }

    @Test // content E-34
    void a_call_is_let_through_to_the_last_millionth() {
        AiBudget nearlySpent = new AiBudget(cost("50"), AiCost.ZERO, cost("49.9995"));
        assertThat(nearlySpent.allows(AiTask.REPLY_CLASSIFICATION, cost("0.000806")))
                .isFalse();
        assertThat(nearlySpent.allows(AiTask.REPLY_CLASSIFICATION, cost("0.000419")))
                .isTrue();
        assertThat(nearlySpent.allows(AiTask.REPLY_CLASSIFICATION, cost("0.0005")))
                .isTrue();
    }

    @Test // content 3.10: the last 10 % of both caps serve reply classification and answers only
    void the_last_tenth_is_kept_for_those_who_have_written() {
        AiBudget budget = new AiBudget(cost("50"), cost("5"), cost("39.50"));
        assertThat(budget.allows(AiTask.EMAIL, cost("0.50"))).isTrue();
        assertThat(budget.allows(AiTask.EMAIL, cost("0.500001"))).isFalse();
        assertThat(budget.allows(AiTask.REPLY_RESPONSE, cost("5.50"))).isTrue();
    }

    @Test // api 1.1: three calls of 4 000 micros → 12 000 micros → 1 cent; row-wise rounding would give 0
    void cents_are_made_of_sums_only_and_half_a_cent_counts() {
        AiCost call = cost("0.004");
        assertThat(call.cents()).isZero();
        assertThat(call.plus(call).plus(call).cents()).isEqualTo(1);
        assertThat(cost("0.014999").cents()).isEqualTo(1);
        assertThat(cost("0.015").cents()).isEqualTo(2);
    }

    @Test // content 3.10: integer cents lose every cheap call
    void cost_is_counted_in_millionths_and_shown_in_cents() {
        assertThat(cost("0.000419").micros()).isEqualTo(419);
        assertThat(cost("0.000419").cents()).isZero();
        assertThat(AiCost.of(Money.dollars(50)).toDollars()).isEqualTo(new BigDecimal("50.000000"));
        assertThatThrownBy(() -> cost("0.0000001")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new AiCost(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
