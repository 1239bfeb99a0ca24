package io.agencyos.domain.platform.flow;

/**
 * Items of a step or a run.
 *
 * @param total how many there are, as far as it is known
 */
public record Counts(int total, int done, int failed, int skipped, int unknown) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** That many done, of so many. */
    public static Counts done(int total, int done) {
        return new Counts(total, done, 0, 0, 0);
    }

    /** Those about which nothing is left to do now. */
    public int settled() {
        return done + failed + skipped + unknown;
    }

    public Counts plus(Counts more) {
        return new Counts(
                total + more.total,
                done + more.done,
                failed + more.failed,
                skipped + more.skipped,
                unknown + more.unknown);
    }
}
