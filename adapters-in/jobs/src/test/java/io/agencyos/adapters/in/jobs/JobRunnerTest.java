package io.agencyos.adapters.in.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobRunnerTest {

    @Test // flows 1.1: heartbeat 10 s, missed-heartbeats limit 6 (dead after 60 s); poll every 2 s at most
    void a_process_counts_as_dead_after_a_minute_without_a_heartbeat() {
        assertThat(JobRunner.HEARTBEAT).isEqualTo(Duration.ofSeconds(10));
        assertThat(JobRunner.HEARTBEAT.multipliedBy(JobRunner.MISSED_HEARTBEATS))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(JobRunner.LOOKED_FOR_EVERY).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
}
