package io.agencyos.domain.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one vendor's answers said in an hour. Source: the vendors' files, Beyond "drift alarm".
 *
 * @param hour its beginning
 * @param read answers, and words in them whose list is known
 * @param strange those of them that are not of the contract
 * @param example one of these, null where there is none
 */
public record ContractDrift(
        String vendor,
        Instant hour,
        int read,
        int strange,
        @Nullable String example) {

    /** Whether so much is strange that the contract has changed: more than one in a hundred. */
    public boolean isTelling() {
        return strange * 100L > read;
    }
}
