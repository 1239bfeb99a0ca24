package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.content.budget.AiCost;
import org.junit.jupiter.api.Test;

class SettingRefusedTest {

    @Test // scoring TIER-4: a platform cap below the largest client cap is refused at start-up
    void a_platform_budget_below_the_largest_plans_does_not_start() {
        assertThatThrownBy(() -> SettingRefused.unlessSound(AiCost.dollars("50")))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("A$50")
                .hasMessageContaining("A$200")
                .hasMessageContaining("ai_daily_spend_limit_aud");
        assertThatCode(() -> SettingRefused.unlessSound(AiCost.dollars("200"))).doesNotThrowAnyException();
    }
}
