package io.agencyos.domain.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.id.RunId;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunKeyTest {

    @Test // flows 1.6
    void each_cause_has_its_own_kind_of_key() {
        UUID id = new UUID(0, 7);

        assertThat(RunKey.cron(LocalDateTime.parse("2026-03-03T02:00")).text()).isEqualTo("cron:2026-03-03T02:00:00");
        assertThat(RunKey.event(id).text()).isEqualTo("evt:" + id);
        assertThat(RunKey.child(new RunId(id), "2").text()).isEqualTo("run:" + id + ":2");
        assertThat(RunKey.api("k-1").text()).isEqualTo("api:k-1");
    }

    @Test
    void a_key_is_neither_blank_nor_endless() {
        assertThatThrownBy(() -> new RunKey(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunKey("x".repeat(241))).isInstanceOf(IllegalArgumentException.class);
    }
}
