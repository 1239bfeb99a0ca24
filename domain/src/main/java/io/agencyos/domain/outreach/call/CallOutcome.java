package io.agencyos.domain.outreach.call;

/** What a dial came to, as the network and the line saw it. Source: outreach 10.6. */
public enum CallOutcome {
    BUSY,
    NO_ANSWER,
    /** Our message was spoken: it was the touch. */
    VOICEMAIL_LEFT,
    VOICEMAIL_DETECTED,
    /** A person spoke with the assistant, or could have; what they wanted is for the analysis of the conversation. */
    ANSWERED,
    TRANSFERRED,
    CANCELLED,
    /** No touch of the person; {@link CallTrouble} says what is in the way. */
    FAILED_TECHNICAL
}
