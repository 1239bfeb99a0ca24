package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which invitations are taken back: those of people who opted out, and those that nobody answered for 30 days, the oldest
 * first, ten of a seat in a day. Source: outreach 11.4, scoring RES-13.
 */
public final class Withdrawals {

    /** Of a seat in a day. */
    public static final int MOST_A_DAY = 10;

    private static final Duration UNANSWERED = Duration.ofDays(30);

    private Withdrawals() {}

    /**
     * Those that are due now.
     *
     * @param pending invitations that wait for an answer
     * @param optedOut leads that must not be contacted any more
     * @param lately how many each seat took back in the last 24 hours
     */
    public static List<SeatConnection> due(
            Collection<SeatConnection> pending, Set<LeadId> optedOut, Map<SeatId, Integer> lately, Instant now) {
        Map<SeatId, Integer> taken = new HashMap<>(lately);
        List<SeatConnection> due = new ArrayList<>();
        pending.stream()
                .filter(one ->
                        one.state() == ConnectionState.PENDING && one.request().sentAt() != null)
                .filter(one -> optedOut.contains(one.leadId()) || isOld(one, now))
                .sorted(Comparator.comparing((SeatConnection one) -> !optedOut.contains(one.leadId()))
                        .thenComparing(
                                one -> Objects.requireNonNull(one.request().sentAt()))
                        .thenComparing(SeatConnection::id))
                .forEach(one -> {
                    if (taken.merge(one.seatId(), 1, Integer::sum) <= MOST_A_DAY) {
                        due.add(one);
                    }
                });
        return due;
    }

    private static boolean isOld(SeatConnection one, Instant now) {
        return !now.isBefore(Objects.requireNonNull(one.request().sentAt()).plus(UNANSWERED));
    }
}
