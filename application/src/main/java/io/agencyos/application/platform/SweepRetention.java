package io.agencyos.application.platform;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes what is past its time of keeping, a few thousand rows a transaction, so that nobody waits for it. What is left of
 * one night is taken the next. Safe to repeat. Source: data model 7.
 */
public final class SweepRetention {

    private static final int AT_ONCE = 5_000;
    private static final int MOST_ROUNDS = 200;

    private final List<Chore> chores;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** One kind of thing that is kept for a time. */
    public record Chore(String name, Sweep sweep) {}

    /** Removes at most so many of what is past its time now; answers how many. Runs in a platform unit. */
    @FunctionalInterface
    public interface Sweep {

        int sweep(Instant now, int most);
    }

    /** @param chores in their order */
    public SweepRetention(List<Chore> chores, UnitOfWork units, ClockPort clock) {
        this.chores = List.copyOf(chores);
        this.units = units;
        this.clock = clock;
    }

    /** How many were removed, by the name of the chore, in the order of the chores. */
    public Map<String, Integer> sweep() {
        Map<String, Integer> removed = new LinkedHashMap<>();
        chores.forEach(chore -> removed.put(chore.name(), swept(chore)));
        return removed;
    }

    private int swept(Chore chore) {
        int all = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int some = units.<Integer>onPlatform(() -> chore.sweep().sweep(clock.now(), AT_ONCE));
            all += some;
            if (some < AT_ONCE) {
                return all;
            }
        }
        return all;
    }
}
