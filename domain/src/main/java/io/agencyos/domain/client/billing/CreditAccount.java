package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a client's credits, the cached sum of its entries. Source: scoring PLAN-4, data model 5.2.
 *
 * @param balance 0 or more
 * @param quota what a period grants
 * @param period first day of the period that was granted last
 * @param nextReset null while the subscription has not started
 */
public record CreditAccount(
        ClientId clientId,
        int balance,
        int quota,
        LocalDate period,
        @Nullable Instant nextReset) {

    private static final int LOW_DIVISOR = 10;

    /** Fewer than a tenth of the quota are left (event {@code credit.low}). */
    public boolean isLow() {
        return isLow(balance);
    }

    /** A debit of this many, which has just been made, is the one that made the balance low. */
    public boolean becameLowBy(int debited) {
        return isLow() && !isLow(Math.addExact(balance, debited));
    }

    private boolean isLow(int credits) {
        return (long) credits * LOW_DIVISOR < quota;
    }
}
