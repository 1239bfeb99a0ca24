package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.vendor.WatchContracts.Heard;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.ContractDrift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vendors whose answers change, on every store: also the kit of {@link ContractDrifts}. Source: Beyond "drift alarm". */
public abstract class ContractDriftStories {

    private static final String VENDOR = "postbox";

    private Instant now = Instant.parse("2026-03-02T10:20:00Z");

    protected abstract UnitOfWork units();

    protected abstract ContractDrifts drifts();

    protected abstract Alerts alerts();

    @BeforeEach
    void forgetOthers() {
        units().onPlatform(() -> {
            drifts().forget(now.plus(Duration.ofDays(30)));
            return now;
        });
    }

    private WatchContracts watch() {
        return new WatchContracts(drifts(), alerts(), units(), () -> now);
    }

    private List<Alert> open() {
        return units().onPlatform(() -> alerts().open(1_000)).stream()
                .filter(alert -> alert.source().equals("contract_drift"))
                .toList();
    }

    @Test // more than one in a hundred in an hour, whichever process heard it
    void staff_hears_of_a_contract_that_changed_until_an_hour_is_as_it_was() {
        watch().note(List.of(new Heard(VENDOR, 900, 4, "status=purple"), new Heard("other", 10, 0, null)));
        watch().note(List.of(new Heard(VENDOR, 100, 6, null)));
        assertThat(watch().look()).as("one in a hundred").isZero();
        assertThat(open()).isEmpty();

        watch().note(List.of(new Heard(VENDOR, 10, 1, "status=pink")));
        assertThat(watch().look()).isEqualTo(1);
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.title()).isEqualTo("The contract of postbox has changed.");
            assertThat(alert.clientId()).isNull();
            assertThat(alert.detail())
                    .containsEntry("read", "1010")
                    .containsEntry("strange", "11")
                    .containsEntry("example", "status=pink");
        });

        now = now.plus(Duration.ofHours(1));
        assertThat(watch().look()).as("the hour before still tells").isEqualTo(1);
        now = now.plus(Duration.ofHours(1));
        watch().note(List.of(new Heard(VENDOR, 200, 0, null)));
        assertThat(watch().look()).isZero();
        assertThat(open()).isEmpty();
    }

    @Test
    void hours_are_forgotten_after_a_week() {
        watch().note(List.of(new Heard(VENDOR, 5, 0, null)));
        Instant hour = Instant.parse("2026-03-02T10:00:00Z");
        assertThat(since(hour)).containsExactly(new ContractDrift(VENDOR, hour, 5, 0, null));
        assertThat(since(hour.plusSeconds(1))).isEmpty();
        now = now.plus(Duration.ofDays(8));
        watch().look();
        assertThat(since(hour)).isEmpty();
    }

    private List<ContractDrift> since(Instant hour) {
        return units().onPlatform(() -> drifts().since(hour));
    }
}
