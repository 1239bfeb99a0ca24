package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff has to know is open once per cause, and gone when the cause is. Source: data model 5.13. */
public abstract class AlertsContract {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final ClientId client = new ClientId(UUID.randomUUID());

    protected abstract UnitOfWork units();

    /** Without any alert. */
    protected abstract Alerts alerts();

    private Alert alert(String fingerprint, String source, Alert.Severity severity, Instant at) {
        return Alert.of(
                fingerprint, severity, source, client, "Title of " + fingerprint, Map.of("at", at.toString()), at);
    }

    private void raise(Alert alert) {
        units().onPlatform(() -> alerts().raise(alert));
    }

    private List<Alert> open(int limit) {
        return units().onPlatform(() -> alerts().open(limit));
    }

    @Test
    void the_same_cause_is_one_alert_that_counts() {
        raise(alert("ledger:1", "ledger", Alert.Severity.WARNING, EIGHT));
        raise(alert("ledger:1", "ledger", Alert.Severity.CRITICAL, NINE));

        assertThat(open(10)).singleElement().satisfies(alert -> {
            assertThat(alert.count()).isEqualTo(2);
            assertThat(alert.severity()).isEqualTo(Alert.Severity.CRITICAL);
            assertThat(alert.firstAt()).isEqualTo(EIGHT);
            assertThat(alert.lastAt()).isEqualTo(NINE);
            assertThat(alert.detail()).containsEntry("at", NINE.toString());
            assertThat(alert.clientId()).isEqualTo(client);
        });
    }

    @Test
    void the_newest_is_first_and_no_more_are_read_than_wanted() {
        raise(alert("a", "ledger", Alert.Severity.INFO, EIGHT));
        raise(alert("c", "ledger", Alert.Severity.INFO, NINE));
        raise(alert("b", "ledger", Alert.Severity.INFO, NINE));

        assertThat(open(10)).extracting(Alert::fingerprint).containsExactly("b", "c", "a");
        assertThat(open(2)).extracting(Alert::fingerprint).containsExactly("b", "c");
    }

    @Test
    void what_is_no_longer_so_is_closed_for_its_own_source_only() {
        raise(alert("ledger:1", "ledger", Alert.Severity.WARNING, EIGHT));
        raise(alert("ledger:2", "ledger", Alert.Severity.WARNING, EIGHT));
        raise(alert("pace:1", "pace", Alert.Severity.WARNING, EIGHT));

        units().onPlatform(() -> alerts().resolveOthers("ledger", List.of("ledger:2"), NINE));

        assertThat(open(10)).extracting(Alert::fingerprint).containsExactly("ledger:2", "pace:1");
        units().onPlatform(() -> alerts().resolveOthers("ledger", List.of(), NINE));
        assertThat(open(10)).extracting(Alert::fingerprint).containsExactly("pace:1");
    }

    @Test
    void a_cause_that_comes_back_is_a_new_alert() {
        raise(alert("ledger:1", "ledger", Alert.Severity.WARNING, EIGHT));
        units().onPlatform(() -> alerts().resolveOthers("ledger", List.of(), EIGHT));

        raise(alert("ledger:1", "ledger", Alert.Severity.WARNING, NINE));

        assertThat(open(10)).singleElement().satisfies(alert -> {
            assertThat(alert.count()).isEqualTo(1);
            assertThat(alert.firstAt()).isEqualTo(NINE);
        });
    }
}
