package io.agencyos.application.allocation.sourcing;

import java.util.Arrays;

/**
 * How far a waterfall has come, as the run's cursor keeps it.
 *
 * @param tier from 0
 * @param range which of the tier's sizes, from 0
 * @param page of the vendor's answer, from 1
 * @param offset people of the page who have been looked at
 * @param got people who can be claimed because of this run
 * @param tries failures of the vendor since it last answered
 */
record SourcingPlace(int tier, int range, int page, int offset, int got, int tries) {

    static final SourcingPlace START = new SourcingPlace(0, 0, 1, 0, 0, 0);

    private static final int PARTS = 6;

    String written() {
        return tier + "," + range + "," + page + "," + offset + "," + got + "," + tries;
    }

    static SourcingPlace read(String cursor) {
        String[] parts = cursor.split(",");
        if (parts.length != PARTS) {
            throw new IllegalStateException("no place in a waterfall: " + cursor);
        }
        int[] numbers = Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        return new SourcingPlace(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    /** Further in the same page. */
    SourcingPlace after(int looked, int more) {
        return new SourcingPlace(tier, range, page, offset + looked, got + more, 0);
    }

    SourcingPlace nextPage() {
        return new SourcingPlace(tier, range, page + 1, 0, got, 0);
    }

    SourcingPlace nextRange() {
        return new SourcingPlace(tier, range + 1, 1, 0, got, 0);
    }

    SourcingPlace nextTier() {
        return new SourcingPlace(tier + 1, 0, 1, 0, got, 0);
    }

    SourcingPlace failed() {
        return new SourcingPlace(tier, range, page, offset, got, tries + 1);
    }
}
