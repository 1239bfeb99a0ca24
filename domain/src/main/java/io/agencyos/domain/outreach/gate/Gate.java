package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.shared.Vocabulary;

/** When a touch is checked: planning, committing to send, immediately before the call. Source: outreach 3.3. */
public enum Gate implements Vocabulary {
    /** Gate A. */
    PLAN,
    /** Gate B. */
    COMMIT,
    /** Gate C. */
    DISPATCH
}
