package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.WorkClass;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What whoever counts runs must count, under which name and labels. Source: flows 1.10. */
public abstract class RunMetricsContract {

    private static final String FLOW = "lead_enrichment";

    protected abstract RunMetrics metrics();

    /**
     * A figure by its name and its labels, each a key and a value; zero for what was never counted. A measured time in seconds.
     */
    protected abstract double figure(String name, String... labels);

    @Test
    void runs_are_counted_by_how_they_ended_with_their_time_and_their_cost() {
        metrics().ended(FLOW, RunState.SUCCEEDED, Duration.ofSeconds(30), new BigDecimal("0.75"));
        metrics().ended(FLOW, RunState.SUCCEEDED, Duration.ofSeconds(12), new BigDecimal("0.25"));
        metrics().ended(FLOW, RunState.FAILED, Duration.ofSeconds(1), BigDecimal.ZERO);
        metrics().ended("credit_reset", RunState.SUCCEEDED, Duration.ofSeconds(2), BigDecimal.ZERO);

        assertThat(figure("flow_runs", "flow", FLOW, "status", "succeeded")).isEqualTo(2);
        assertThat(figure("flow_runs", "flow", FLOW, "status", "failed")).isEqualTo(1);
        assertThat(figure("flow_runs", "flow", "credit_reset", "status", "succeeded"))
                .isEqualTo(1);
        assertThat(figure("flow_run", "flow", FLOW)).isEqualTo(43);
        assertThat(figure("flow_cost_aud", "flow", FLOW)).isEqualTo(1);
    }

    @Test
    void items_are_counted_by_step_and_state_and_lost_outcomes_once_more_for_the_alarm() {
        metrics().items(FLOW, "look_up", ItemState.DONE, 40);
        metrics().items(FLOW, "look_up", ItemState.DONE, 2);
        metrics().items(FLOW, "look_up", ItemState.UNKNOWN, 3);

        assertThat(figure("flow_items", "flow", FLOW, "step", "look_up", "status", "done"))
                .isEqualTo(42);
        assertThat(figure("flow_items", "flow", FLOW, "step", "look_up", "status", "unknown"))
                .isEqualTo(3);
        assertThat(figure("item_unknown")).isEqualTo(3);
    }

    @Test
    void what_holds_runs_up_is_counted() {
        metrics().blocked(FLOW, BreakerScope.VENDOR);
        metrics().blocked(FLOW, BreakerScope.VENDOR);
        metrics().resumed(4);
        metrics().leaseLost();

        assertThat(figure("flow_blocked", "flow", FLOW, "scope", "vendor")).isEqualTo(2);
        assertThat(figure("flow_blocked", "flow", FLOW, "scope", "credits")).isZero();
        assertThat(figure("flow_resumed")).isEqualTo(4);
        assertThat(figure("flow_lease_lost")).isEqualTo(1);
    }

    @Test
    void a_backlog_is_what_it_was_when_it_was_last_looked_at() {
        metrics().backlog(WorkClass.BATCH, 900, Duration.ofMinutes(10));
        metrics().backlog(WorkClass.INTERACTIVE, 2, Duration.ofSeconds(1));
        metrics().backlog(WorkClass.BATCH, 7, Duration.ofSeconds(5));

        assertThat(figure("flow_due", "class", WorkClass.BATCH.wire())).isEqualTo(7);
        assertThat(figure("flow_oldest_due_seconds", "class", WorkClass.BATCH.wire()))
                .isEqualTo(5);
        assertThat(figure("flow_due", "class", WorkClass.INTERACTIVE.wire())).isEqualTo(2);
    }
}
