package io.agencyos.application.campaign.store;

import java.util.Map;

/**
 * What became of the steps that enrolments began with. Source: outreach 3.4.
 *
 * @param enrolled steps that enrolments began with, counted from their sequence versions, not from the step rows
 * @param refused by code
 * @param failed by code
 */
public record Conservation(
        long enrolled, long sent, Map<String, Long> refused, Map<String, Long> failed, long pending) {

    public Conservation {
        refused = Map.copyOf(refused);
        failed = Map.copyOf(failed);
    }

    /** Whether enrolled = sent + refused + failed + pending. Anything else is a defect of ours. */
    public boolean closes() {
        return enrolled == sent + sum(refused) + sum(failed) + pending;
    }

    public long refusedInAll() {
        return sum(refused);
    }

    public long failedInAll() {
        return sum(failed);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
