package io.agencyos.domain.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.PatternHealth.Code;
import io.agencyos.domain.conversion.PatternHealth.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-29T20:00:00Z");

    private static List<Code> codes(Duration left, long sample, String confidence) {
        return PatternHealth.warnings(
                        List.of(new Standing(PatternType.WHO, NOW.plus(left), sample, new BigDecimal(confidence))), NOW)
                .stream()
                .map(PatternHealth.Warning::code)
                .toList();
    }

    @Test // CIS 19.2
    void a_healthy_pattern_warns_of_nothing() {
        assertThat(codes(Duration.ofDays(4), 30, "0.5000")).isEmpty();
    }

    @Test // CIS 19.2: expired high, expiring within three days, below 30 units, below 0.5
    void each_fault_is_told() {
        assertThat(codes(Duration.ZERO, 1_000, "0.7500")).containsExactly(Code.EXPIRED);
        assertThat(Code.EXPIRED.severity()).isEqualTo(PatternHealth.Severity.HIGH);
        assertThat(codes(Duration.ofDays(3), 1_000, "0.7500")).containsExactly(Code.EXPIRING_SOON);
        assertThat(codes(Duration.ofDays(4), 29, "0.4999")).containsExactly(Code.LOW_SAMPLE, Code.LOW_CONFIDENCE);
    }
}
