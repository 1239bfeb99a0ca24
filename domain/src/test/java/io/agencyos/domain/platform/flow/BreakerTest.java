package io.agencyos.domain.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.platform.flow.Breaker.State;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The vendor row of flows 1.7. */
class BreakerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T01:00:00Z");

    private final Breaker fresh = Breaker.closed(new ClientId(new UUID(0, 1)), BreakerScope.VENDOR, "apollo");

    private static Breaker fails(Breaker breaker, int times, Instant from, Duration apart) {
        Breaker now = breaker;
        for (int i = 0; i < times; i++) {
            now = now.failed(
                    FailureClass.TRANSIENT, "timeout", "unavailable; retrying.", from.plus(apart.multipliedBy(i)));
        }
        return now;
    }

    @Test
    void five_failures_in_a_row_within_ten_minutes_open_it_for_five_minutes() {
        assertThat(fails(fresh, 4, NOON, Duration.ofSeconds(1)).stops(NOON.plusSeconds(5)))
                .isFalse();

        Breaker open = fails(fresh, 5, NOON, Duration.ofMinutes(2));

        assertThat(open.state()).isEqualTo(State.OPEN);
        Instant opened = NOON.plus(Duration.ofMinutes(8));
        assertThat(open.retryAt()).isEqualTo(opened.plus(Duration.ofMinutes(5)));
        assertThat(open.stops(opened.plus(Duration.ofMinutes(4)))).isTrue();
        assertThat(open.stops(opened.plus(Duration.ofMinutes(5)))).isFalse();
    }

    @Test
    void failures_that_are_further_apart_or_interrupted_by_a_success_do_not_open_it() {
        assertThat(fails(fresh, 9, NOON, Duration.ofMinutes(11)).state()).isEqualTo(State.CLOSED);
        Breaker interrupted = fails(fresh, 4, NOON, Duration.ofSeconds(1)).succeeded(NOON.plusSeconds(4));
        assertThat(fails(interrupted, 4, NOON.plusSeconds(5), Duration.ofSeconds(1))
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void one_refused_credential_opens_it_until_somebody_connects_again() {
        Breaker open = fresh.failed(FailureClass.CREDENTIAL, "unauthorized", "reconnect.", NOON);

        assertThat(open.stops(NOON.plus(Duration.ofDays(30)))).isTrue();
        assertThat(open.close(NOON.plusSeconds(60)).stops(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void each_failed_probe_doubles_the_wait_up_to_an_hour_and_a_good_one_closes_it() {
        Breaker open = fails(fresh, 5, NOON, Duration.ZERO);
        for (int minutes : new int[] {10, 20, 40, 60, 60}) {
            Instant probe = open.retryAt();
            assertThat(open.probing(probe).stops(probe)).isTrue();
            open = open.probing(probe).failed(FailureClass.TRANSIENT, "timeout", "unavailable", probe);
            assertThat(Duration.between(probe, open.retryAt())).isEqualTo(Duration.ofMinutes(minutes));
        }
        assertThat(open.probing(NOON).succeeded(NOON).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_probe_whose_worker_died_is_waited_for_five_minutes() {
        Breaker probing = fails(fresh, 5, NOON, Duration.ZERO).probing(NOON);

        assertThat(probing.stops(NOON.plusSeconds(299))).isTrue();
        assertThat(probing.stops(NOON.plusSeconds(300))).isFalse();
    }

    @Test
    void an_answer_that_was_under_way_when_it_opened_closes_nothing() {
        Breaker open = fails(fresh, 5, NOON, Duration.ZERO);

        assertThat(open.succeeded(NOON.plusSeconds(1)).state()).isEqualTo(State.OPEN);
    }

    @Test // flows 1.5: only the other side's own failures count
    void bad_data_and_our_own_defects_never_open_it() {
        Breaker after = fresh;
        for (FailureClass kind : new FailureClass[] {
            FailureClass.PERMANENT, FailureClass.LIMIT, FailureClass.BUG, FailureClass.UNKNOWN_OUTCOME
        }) {
            for (int i = 0; i < 9; i++) {
                after = after.failed(kind, "x", "x", NOON);
            }
        }
        assertThat(after).isEqualTo(fresh);
    }
}
