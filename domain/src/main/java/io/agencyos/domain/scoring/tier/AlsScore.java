package io.agencyos.domain.scoring.tier;

import java.util.stream.IntStream;
import org.jmolecules.ddd.annotation.ValueObject;

/** The Agency Lead Score, a whole number from 0 to 100. Source: scoring 1.8. */
@ValueObject
public record AlsScore(int value) implements Comparable<AlsScore> {

    public static final int LOWEST = 0;
    public static final int HIGHEST = 100;

    private static final AlsScore[] ALL =
            IntStream.rangeClosed(LOWEST, HIGHEST).mapToObj(AlsScore::new).toArray(AlsScore[]::new);

    public AlsScore {
        if (value < LOWEST || value > HIGHEST) {
            throw new IllegalArgumentException("an ALS is 0 to 100, not " + value);
        }
    }

    /** The score of this value. */
    public static AlsScore of(int value) {
        return value >= LOWEST && value <= HIGHEST ? ALL[value] : new AlsScore(value);
    }

    @Override
    public int compareTo(AlsScore other) {
        return Integer.compare(value, other.value);
    }
}
