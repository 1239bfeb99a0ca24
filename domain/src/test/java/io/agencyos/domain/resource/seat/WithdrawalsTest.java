package io.agencyos.domain.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which invitations are taken back. Source: outreach 11.4, scoring RES-13. */
class WithdrawalsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T20:00:00Z");
    private static final SeatId SEAT = new SeatId(new UUID(0, 1));

    private static SeatConnection pending(int lead, Duration ago) {
        return SeatConnection.invited(
                        new UUID(1, lead), new ClientId(new UUID(2, 2)), new LeadId(new UUID(3, lead)), SEAT, null)
                .requested(SEAT, "ref-" + lead, NOW.minus(ago));
    }

    private static List<Integer> due(List<SeatConnection> pending, Set<LeadId> optedOut, int lately) {
        return Withdrawals.due(pending, optedOut, Map.of(SEAT, lately), NOW).stream()
                .map(one -> (int) one.leadId().value().getLeastSignificantBits())
                .toList();
    }

    @Test // RES-13: after 30 days, oldest first
    void what_waits_for_thirty_days_is_taken_back_the_oldest_first() {
        List<SeatConnection> pending = List.of(
                pending(1, Duration.ofDays(30)),
                pending(2, Duration.ofDays(30).minusSeconds(1)),
                pending(3, Duration.ofDays(31)));
        assertThat(due(pending, Set.of(), 0)).containsExactly(3, 1);
    }

    @Test // RES-13: at most ten of a seat in a day
    void a_seat_takes_ten_back_in_a_day() {
        List<SeatConnection> pending = IntStream.rangeClosed(1, 15)
                .mapToObj(lead -> pending(lead, Duration.ofDays(60 - lead)))
                .toList();
        assertThat(due(pending, Set.of(), 0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(due(pending, Set.of(), 8)).containsExactly(1, 2);
        assertThat(due(pending, Set.of(), 10)).isEmpty();
    }

    @Test // outreach 11.4: lead opts out → pending invite withdrawn
    void whoever_opted_out_comes_first_however_young_the_invitation() {
        List<SeatConnection> pending = new ArrayList<>(List.of(pending(1, Duration.ofDays(40))));
        pending.add(pending(2, Duration.ofHours(1)));
        assertThat(due(pending, Set.of(new LeadId(new UUID(3, 2))), 9)).containsExactly(2);
    }

    @Test // outreach 11.4: refused for 180 days
    void nobody_is_invited_again_for_180_days_after_a_withdrawal_nor_while_an_invitation_waits() {
        SeatConnection waiting = pending(1, Duration.ofDays(1));
        assertThat(waiting.coolsDown(NOW)).isTrue();
        SeatConnection withdrawn = waiting.withdrawn(NOW);
        assertThat(withdrawn.coolsDown(NOW.plus(Duration.ofDays(180)).minusSeconds(1)))
                .isTrue();
        assertThat(withdrawn.coolsDown(NOW.plus(Duration.ofDays(180)))).isFalse();
        SeatConnection barred = SeatConnection.looked(
                        new UUID(1, 9), waiting.clientId(), waiting.leadId(), SEAT, null, NOW)
                .barred(NOW.plus(Duration.ofDays(21)));
        assertThat(barred.coolsDown(NOW.plus(Duration.ofDays(20)))).isTrue();
        assertThat(barred.coolsDown(NOW.plus(Duration.ofDays(21)))).isFalse();
    }
}
