package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Result;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A client's own proportions of industry, size and location inside company fit: each 0 to 15, not all 0; only the
 * proportions count. Source: scoring ALS-3.
 */
@ValueObject
public record SubWeights(int industry, int size, int location) {

    private static final int MOST = 15;

    public SubWeights {
        if (!valid(industry) || !valid(size) || !valid(location) || industry + size + location == 0) {
            throw new IllegalArgumentException("sub-weights are 0 to 15 each and not all 0");
        }
    }

    /** Sub-weights from outside. */
    public static Result<SubWeights, InvalidWeights> of(int industry, int size, int location) {
        return valid(industry) && valid(size) && valid(location) && industry + size + location > 0
                ? Result.ok(new SubWeights(industry, size, location))
                : Result.err(new InvalidWeights("sub-weights are 0 to 15 each and not all 0"));
    }

    public int sum() {
        return industry + size + location;
    }

    private static boolean valid(int weight) {
        return weight >= 0 && weight <= MOST;
    }
}
