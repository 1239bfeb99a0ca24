package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.PostalAddress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a client's letters leave by. Source: outreach 12, 7.
 *
 * @param enabled off until the client wants it
 * @param monthlyAud what a month may cost, null for no limit but that of the day
 * @param from where pieces come back to, null while nobody said
 * @param letterCents what a letter costs by the last word of the vendor
 */
public record PostAccount(
        boolean enabled,
        @Nullable BigDecimal monthlyAud,
        @Nullable PostalAddress from,
        int letterCents) {

    /** Pieces of a client in a day. */
    public static final int PIECES_A_DAY = 20;

    /** What is planned with until a vendor names a price. Source: direct-mail 6. */
    public static final int PLANNED_LETTER_CENTS = 250;

    /** Of a client that never looked at post. */
    public static final PostAccount NONE = new PostAccount(false, null, null, PLANNED_LETTER_CENTS);

    /** Whether anything leaves by it. */
    public boolean posts() {
        return enabled && from != null;
    }

    /** Letters that the month's budget pays for; null where there is none. */
    @Nullable
    public Integer lettersAMonth() {
        return monthlyAud == null
                ? null
                : monthlyAud
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(letterCents), 0, RoundingMode.DOWN)
                        .intValueExact();
    }
}
