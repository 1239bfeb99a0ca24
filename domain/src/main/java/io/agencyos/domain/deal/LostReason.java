package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;

/** Why a deal was lost. Source: content 5.2, data model 4. */
public enum LostReason implements Vocabulary {
    PRICE_TOO_HIGH,
    CHOSE_COMPETITOR,
    NO_BUDGET,
    TIMING_NOT_RIGHT,
    NO_DECISION,
    CHAMPION_LEFT,
    PROJECT_CANCELLED,
    WENT_SILENT,
    BAD_FIT,
    OTHER
}
