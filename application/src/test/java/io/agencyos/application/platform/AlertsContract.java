package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test // CIS 21: what is amiss with one client's counts says nothing of another's
    void what_is_no_longer_so_of_one_client_is_closed_for_that_client_only() {
        ClientId other = new ClientId(UUID.randomUUID());
        raise(alert("cis:1", "cis", Alert.Severity.WARNING, EIGHT));
        raise(alert("cis:2", "cis", Alert.Severity.WARNING, EIGHT));
        raise(alert("pace:1", "pace", Alert.Severity.WARNING, EIGHT));
        raise(Alert.of("cis:other", Alert.Severity.WARNING, "cis", other, "Title", Map.of(), EIGHT));

        units().onPlatform(() -> alerts().resolveOthersOf(client, "cis", List.of("cis:2"), NINE));

        assertThat(open(10)).extracting(Alert::fingerprint).containsExactly("cis:2", "cis:other", "pace:1");
        units().onPlatform(() -> alerts().resolveOthersOf(other, "cis", List.of(), NINE));
        assertThat(open(10)).extracting(Alert::fingerprint).containsExactly("cis:2", "pace:1");
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

    @Test // api 9.17: open until the cause is gone; acknowledging silences, does not close
    void staff_says_that_an_alert_was_seen_and_it_stays_open_until_its_cause_is_gone() {
        UserId kim = new UserId(UUID.randomUUID());
        raise(alert("seen:1", "seen", Alert.Severity.WARNING, EIGHT));
        raise(alert("seen:2", "seen", Alert.Severity.CRITICAL, NINE));
        KeepAlerts keep =
                new KeepAlerts(book(), entry -> told.add(entry.resourceType()), units(), () -> NINE, UUID::randomUUID);
        AlertBook.Filter seen = filter(Set.of());
        List<AlertBook.Listed> both = keep.list(seen, null, 9);
        assertThat(both).extracting(one -> one.alert().fingerprint()).containsExactly("seen:2", "seen:1");
        assertThat(keep.list(seen, new AlertBook.After(NINE, both.getFirst().id()), 9))
                .containsExactly(both.getLast());

        AlertBook.Listed marked =
                keep.acknowledge(kim, both.getLast().id(), Origin.NONE).orElseThrow();

        assertThat(marked.state()).isEqualTo(AlertBook.State.ACKNOWLEDGED);
        assertThat(marked.seenBy()).isEqualTo(kim);
        assertThat(open(10)).hasSize(2);
        assertThat(told).containsExactly("alert");
        assertThat(keep.list(filter(Set.of(AlertBook.State.OPEN)), null, 9)).containsExactly(both.getFirst());
        units().onPlatform(() -> alerts().resolveOthers("seen", Set.of(), NINE));
        assertThat(keep.list(filter(Set.of(AlertBook.State.CLOSED)), null, 9)).hasSize(2);
        assertThat(keep.list(filter(Set.of(AlertBook.State.OPEN, AlertBook.State.ACKNOWLEDGED)), null, 9))
                .isEmpty();
        assertThat(keep.acknowledge(kim, UUID.randomUUID(), Origin.NONE)).isEmpty();
    }

    private final List<String> told = new ArrayList<>();

    private AlertBook.Filter filter(Set<AlertBook.State> states) {
        return new AlertBook.Filter(Set.of("seen"), Set.of(), states, List.of(client));
    }

    private AlertBook book() {
        return (AlertBook) alerts();
    }
}
