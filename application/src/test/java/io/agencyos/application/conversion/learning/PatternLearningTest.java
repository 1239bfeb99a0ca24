package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.conversion.weights.WeightLearning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run says of the weights. */
class PatternLearningTest {

    @Test // CIS 11.2: insufficient_data with required and available
    void too_little_to_learn_weights_from_is_told_with_what_is_missing() {
        Outcome said = PatternLearning.optimised(new WeightLearning.Outcome.InsufficientData(
                List.of(new WeightLearning.Shortage("conversions", 50, 31))));
        assertThat(said.words()).containsEntry("optimization_status", "insufficient_data");
        assertThat(said.lists().get("weights_missing"))
                .containsExactly(Map.of("what", "conversions", "required", "50", "available", "31"));
    }

    @Test // CIS 11.6, 21: solver_failed, no_signal
    void a_fit_that_came_to_nothing_says_why() {
        assertThat(PatternLearning.optimised(new WeightLearning.Outcome.SolverFailed())
                        .words())
                .containsEntry("optimization_status", "solver_failed");
        assertThat(PatternLearning.optimised(new WeightLearning.Outcome.NoSignal())
                        .words())
                .containsEntry("optimization_status", "no_signal");
    }
}
