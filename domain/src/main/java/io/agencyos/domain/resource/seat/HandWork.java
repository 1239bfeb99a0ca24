package io.agencyos.domain.resource.seat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Invitations that an account's owner sent by hand, as far as the service tells: they count like ours. Source: scoring RES-8,
 * TIME-5.
 *
 * @param day of the last look, on the owner's clock; null where nobody looked yet
 * @param count of that day so far
 * @param before of the days before it that are known, at most seven, the newest last
 */
@ValueObject
public record HandWork(@Nullable LocalDate day, int count, List<Integer> before) {

    /** Nobody looked yet. */
    public static final HandWork UNKNOWN = new HandWork(null, 0, List.of());

    private static final int KNOWN = 7;

    public HandWork {
        before = List.copyOf(before);
    }

    /**
     * After another look.
     *
     * @param reported invitations of this day that the service counts, ours among them
     * @param automated ours of this day
     */
    public HandWork looked(LocalDate on, int reported, int automated) {
        int now = SeatDay.manual(reported, automated, before);
        return new HandWork(on, now, on.equals(day) ? before : known());
    }

    /** What counts on a day: what was seen, else the median of the days that are known. */
    public int on(LocalDate asked) {
        return asked.equals(day) ? count : SeatDay.manual(null, 0, known());
    }

    private List<Integer> known() {
        List<Integer> days = new ArrayList<>(before);
        if (day != null) {
            days.add(count);
        }
        return days.subList(Math.max(0, days.size() - KNOWN), days.size());
    }
}
