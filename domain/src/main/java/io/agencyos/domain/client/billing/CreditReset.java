package io.agencyos.domain.client.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * The entries that begin a period: a smaller plan cuts what it would not have granted, the rest expires, the quota is
 * granted. Nothing is carried over but for a grace of three days. Source: scoring PLAN-5, PLAN-6 and B11, flows 2.14.
 *
 * @param closing entries of the period that ends, at most a cut and an expiry
 * @param grant the quota of the period that begins
 * @param grace what goes on for a while, null for nothing
 */
@ValueObject
public record CreditReset(
        List<Move> closing, int grant, @Nullable CreditGrace grace) {

    /** One entry to be written; the amount is not zero. */
    public record Move(CreditEntryKind kind, int amount) {}

    public CreditReset {
        closing = List.copyOf(closing);
    }

    /**
     * The reset of a client that was not held up.
     *
     * @param balance what is left
     * @param before quota of the period that ends
     * @param quota quota of the period that begins
     */
    public static CreditReset of(int balance, int before, int quota) {
        return of(balance, before, quota, null);
    }

    /** @param graceUntil when a grace would end; null for a client that has none */
    public static CreditReset of(int balance, int before, int quota, @Nullable Instant graceUntil) {
        int kept = quota < before ? Math.min(balance, quota) : balance;
        int carried = graceUntil == null ? 0 : CreditGrace.share(kept, before);
        List<Move> closing = new ArrayList<>();
        if (kept < balance) {
            closing.add(new Move(CreditEntryKind.DOWNGRADE, kept - balance));
        }
        if (carried < kept) {
            closing.add(new Move(CreditEntryKind.EXPIRE, carried - kept));
        }
        return new CreditReset(
                closing, quota, graceUntil == null || carried == 0 ? null : new CreditGrace(carried, graceUntil));
    }

    /** Credits of the period before that the client keeps for now. */
    public int carried() {
        return grace == null ? 0 : grace.credits();
    }
}
