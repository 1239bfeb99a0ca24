package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Vocabulary;

/** In what an assigned person does not fit; each names a dimension of the ICP. Source: scoring B12. */
public enum VetoReason implements Vocabulary {
    /** Another trade. */
    WRONG_INDUSTRY,
    /** Too small or too large a company. */
    WRONG_SIZE,
    /** Decides nothing of the kind. */
    WRONG_ROLE,
    /** Not where the client sells. */
    WRONG_PLACE,
    /** Something the ICP does not say. */
    OTHER
}
