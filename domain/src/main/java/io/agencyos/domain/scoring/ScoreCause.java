package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.Vocabulary;

/** Why a lead was scored (again). Source: scoring ALS-16. */
public enum ScoreCause implements Vocabulary {
    INITIAL,
    ENRICHED,
    REFRESH,
    REWEIGHT,
    ICP_CHANGED,
    DELIVERABILITY,
    BUYER_SIGNAL,
    DECAY,
    MANUAL
}
