package io.agencyos.application.conversion.learning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.platform.PlatformLearning.Published;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands of what was learned across clients. */
public abstract class PlatformFindingsContract {

    private static final Instant FIRST = Instant.parse("2026-03-01T15:00:00Z");

    protected abstract UnitOfWork units();

    protected abstract PlatformFindings findings();

    private static Published segment(String key, double lift) {
        return new Published(null, "title", key, lift, 1_000, 6, new BigDecimal("0.7000"));
    }

    private void replaced(Instant at, Published... published) {
        units().onPlatform(() -> findings().replace(List.of(published), at));
    }

    private List<PlatformFindings.Finding> current() {
        return units().onPlatform(() -> findings().current());
    }

    @Test // CIS 12.2: each run recomputes everything, so that who withdrew is in nothing that stands
    void a_run_puts_its_findings_in_the_place_of_the_last_ones() {
        replaced(FIRST, segment("Manager", .85), segment("CEO", 1.4499996));
        assertThat(current())
                .containsExactly(
                        new PlatformFindings.Finding(segment("CEO", 1.45), FIRST),
                        new PlatformFindings.Finding(segment("Manager", .85), FIRST));
        Instant second = FIRST.plusSeconds(86_400);
        replaced(second, segment("CEO", 1.2));
        assertThat(current()).containsExactly(new PlatformFindings.Finding(segment("CEO", 1.2), second));
        Published dental = new Published("dental", "title", "CEO", 1.6, 900, 5, new BigDecimal("0.6000"));
        replaced(second, dental, segment("Manager", .9), segment("CEO", 1.2));
        assertThat(current())
                .extracting(PlatformFindings.Finding::published)
                .as("all clients first, then by industry")
                .containsExactly(segment("CEO", 1.2), segment("Manager", .9), dental);
        replaced(second.plusSeconds(1));
        assertThat(current()).isEmpty();
    }
}
