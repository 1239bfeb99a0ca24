package io.agencyos.domain.client.billing;

import io.agencyos.domain.client.CreditEntryKind;
import java.util.ArrayList;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The entries that begin a period: a smaller plan cuts what it would not have granted, the rest expires, the quota is
 * granted. Nothing is carried over. Source: scoring PLAN-5 and PLAN-6, flows 2.14.
 *
 * @param closing entries of the period that ends, at most a cut and an expiry
 * @param grant the quota of the period that begins
 */
@ValueObject
public record CreditReset(List<Move> closing, int grant) {

    /** One entry to be written; the amount is not zero. */
    public record Move(CreditEntryKind kind, int amount) {}

    public CreditReset {
        closing = List.copyOf(closing);
    }

    /**
     * @param balance what is left
     * @param before quota of the period that ends
     * @param quota quota of the period that begins
     */
    public static CreditReset of(int balance, int before, int quota) {
        int kept = quota < before ? Math.min(balance, quota) : balance;
        List<Move> closing = new ArrayList<>();
        if (kept < balance) {
            closing.add(new Move(CreditEntryKind.DOWNGRADE, kept - balance));
        }
        if (kept > 0) {
            closing.add(new Move(CreditEntryKind.EXPIRE, -kept));
        }
        return new CreditReset(closing, quota);
    }
}
