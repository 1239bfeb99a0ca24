package io.agencyos.domain.outreach;

/**
 * What became of a number's texts of a day. Source: clicksend Beyond "number health".
 *
 * @param told those of which it was told what became of them
 * @param arrived those of them that arrived
 */
public record TextArrivals(int told, int arrived) {

    /** Fewer say nothing. */
    private static final int ENOUGH = 50;

    /** Fewer of a hundred, and carriers hold the number for a spammer's. */
    private static final int LEAST = 80;

    public boolean arePoor() {
        return told >= ENOUGH && arrived * 100L < (long) LEAST * told;
    }
}
