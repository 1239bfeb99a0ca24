package io.agencyos.domain.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Map<RunState, Set<RunState>> STEPS = Map.of(
            RunState.QUEUED, Set.of(RunState.DISPATCHED, RunState.BLOCKED, RunState.CANCELLED, RunState.FAILED),
            RunState.DISPATCHED, Set.of(RunState.RUNNING, RunState.QUEUED),
            RunState.RUNNING,
                    Set.of(
                            RunState.SUCCEEDED,
                            RunState.PARTIAL,
                            RunState.FAILED,
                            RunState.CANCELLED,
                            RunState.WAITING,
                            RunState.BLOCKED,
                            RunState.QUEUED),
            RunState.WAITING, Set.of(RunState.QUEUED, RunState.CANCELLED, RunState.FAILED),
            RunState.BLOCKED, Set.of(RunState.QUEUED, RunState.CANCELLED, RunState.FAILED),
            RunState.SUCCEEDED, Set.of(),
            RunState.PARTIAL, Set.of(RunState.QUEUED),
            RunState.FAILED, Set.of(RunState.QUEUED),
            RunState.CANCELLED, Set.of());

    @Test // flows 1.2
    void a_run_takes_the_steps_of_the_machine_and_no_others() {
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(STEPS.get(from).contains(to));
            }
        }
    }

    @Test
    void only_what_failed_or_fell_short_is_tried_again() {
        for (RunState state : RunState.values()) {
            assertThat(state.mayBeRetried()).isEqualTo(state == RunState.FAILED || state == RunState.PARTIAL);
        }
    }
}
