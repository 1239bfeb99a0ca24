package io.agencyos.domain.outreach.call;

import io.agencyos.domain.shared.Vocabulary;

/** How a call ended. Source: api 9.11, data model 1 ({@code call_status}). */
public enum CallStatus implements Vocabulary {
    /** A person spoke with the assistant, or could have. */
    COMPLETED,
    VOICEMAIL,
    NO_ANSWER,
    BUSY,
    FAILED
}
