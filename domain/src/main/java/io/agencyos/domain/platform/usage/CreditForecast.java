package io.agencyos.domain.platform.usage;

/**
 * What a job is expected to cost at a vendor, against what is left there. Source: apollo 9, Beyond "credit forecast".
 *
 * @param expected credits
 * @param left credits, before the job
 */
public record CreditForecast(long expected, long left) {

    /** So much of what is left is kept for what nobody planned, in percent. */
    private static final int RESERVE = 5;

    /** Whether the job fits and leaves the reserve untouched. */
    public boolean fits() {
        return expected * 100 <= left * (100 - RESERVE);
    }
}
