package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.Vocabulary;

/** Kind of a line in the credit ledger. Source: vocabulary 15, scoring PLAN-4. */
public enum CreditEntryKind implements Vocabulary {
    /** Quota of a period. */
    GRANT,
    /** What was left of it at the reset. */
    EXPIRE,
    /** One lead assigned, or one of the client's own enriched at our cost. */
    CONSUME,
    /** One lead given back, once. */
    REFUND,
    /** Difference to the larger quota. */
    UPGRADE,
    /** Cut at the end of the period. */
    DOWNGRADE,
    /** Corrected by staff, with a reason. */
    ADJUST
}
