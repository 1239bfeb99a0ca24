package io.agencyos.domain.scoring.match;

import io.agencyos.domain.scoring.weight.Component;

/**
 * What a title and a seniority say of a person's power to decide.
 *
 * @param points raw, 0 to 25
 * @param titled whether the title has any word at all
 */
public record Authority(int points, Basis basis, boolean titled) {

    /** Which rule of ALS-2 gave the points. */
    public enum Basis {
        /** A band of the table, found in the title. */
        BAND,
        /** An assistant to nobody: an assistant director, vice president or manager. */
        DEPUTY,
        /** A title that rules the person out; also a deduction of ALS-5. */
        DISQUALIFIED,
        /** The title shows no band, so the seniority counts. */
        SENIORITY,
        /** A title without a band, of a person without a known seniority. */
        UNPLACED,
        /** Neither a title nor a seniority. */
        NOTHING
    }

    private static final int HIGHEST = Component.AUTHORITY.maximum();
    private static final Authority[] CACHE = cache();

    /** The shared value of these parts; scoring a million leads makes none. */
    static Authority of(int points, Basis basis, boolean titled) {
        return CACHE[index(points, basis, titled)];
    }

    public boolean disqualified() {
        return basis == Basis.DISQUALIFIED;
    }

    private static int index(int points, Basis basis, boolean titled) {
        return ((basis.ordinal() * (HIGHEST + 1)) + points) * 2 + (titled ? 1 : 0);
    }

    private static Authority[] cache() {
        Authority[] all = new Authority[Basis.values().length * (HIGHEST + 1) * 2];
        for (Basis basis : Basis.values()) {
            for (int points = 0; points <= HIGHEST; points++) {
                all[index(points, basis, false)] = new Authority(points, basis, false);
                all[index(points, basis, true)] = new Authority(points, basis, true);
            }
        }
        return all;
    }
}
