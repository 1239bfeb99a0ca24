package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;

/** Who made a booking. Source: data model 4. */
public enum BookedBy implements Vocabulary {
    AI,
    HUMAN,
    LEAD,
    EXTERNAL
}
