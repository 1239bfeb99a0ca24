package io.agencyos.domain.outreach.call;

import io.agencyos.domain.shared.Vocabulary;

/** What a call came to in the end: on the line, or, where a person spoke, in the conversation. Source: outreach 10.6, data model 1. */
public enum CallResult implements Vocabulary {
    BUSY,
    NO_ANSWER,
    /** Our message was spoken: it was the touch. */
    VOICEMAIL_LEFT,
    VOICEMAIL_DETECTED,
    /** A person took over. */
    TRANSFERRED,
    /** Connection or pipeline; no touch of the lead. */
    FAILED_TECHNICAL,
    CANCELLED,
    /** Nobody knows: no report within 24 hours. */
    NO_REPORT,
    /** A calendar confirmed it. */
    MEETING_BOOKED,
    /** Spoken agreement alone. */
    MEETING_REQUESTED,
    CALLBACK_REQUESTED,
    INTERESTED,
    NOT_INTERESTED,
    DO_NOT_CALL,
    WRONG_NUMBER,
    RECORDING_DECLINED,
    /** A conversation that came to nothing that can be named. */
    NO_OUTCOME;

    /** As far as the line tells; what a conversation came to is told later. */
    public static CallResult of(CallOutcome line) {
        return switch (line) {
            case BUSY -> BUSY;
            case NO_ANSWER -> NO_ANSWER;
            case VOICEMAIL_LEFT -> VOICEMAIL_LEFT;
            case VOICEMAIL_DETECTED -> VOICEMAIL_DETECTED;
            case ANSWERED -> NO_OUTCOME;
            case TRANSFERRED -> TRANSFERRED;
            case CANCELLED -> CANCELLED;
            case FAILED_TECHNICAL -> FAILED_TECHNICAL;
        };
    }

    /** Whether a person was on the line. */
    public boolean spoke() {
        return switch (this) {
            case BUSY, NO_ANSWER, VOICEMAIL_LEFT, VOICEMAIL_DETECTED, FAILED_TECHNICAL, CANCELLED, NO_REPORT -> false;
            case TRANSFERRED,
                    MEETING_BOOKED,
                    MEETING_REQUESTED,
                    CALLBACK_REQUESTED,
                    INTERESTED,
                    NOT_INTERESTED,
                    DO_NOT_CALL,
                    WRONG_NUMBER,
                    RECORDING_DECLINED,
                    NO_OUTCOME -> true;
        };
    }

    /** Whether it rang at somebody's, as far as is known. */
    public boolean rang() {
        return this != FAILED_TECHNICAL && this != CANCELLED && this != NO_REPORT;
    }

    /**
     * Whether this call counts among the touches of its lead. Source: outreach 14.
     *
     * @param again whether a call that nobody took was dialled again by it
     */
    public boolean isTouch(boolean again) {
        return this != FAILED_TECHNICAL && !(again && (this == BUSY || this == NO_ANSWER));
    }

    /** How the call ended, in the words of the API. Source: api 9.11. */
    public CallStatus status() {
        return switch (this) {
            case BUSY -> CallStatus.BUSY;
            case NO_ANSWER -> CallStatus.NO_ANSWER;
            case VOICEMAIL_LEFT, VOICEMAIL_DETECTED -> CallStatus.VOICEMAIL;
            case FAILED_TECHNICAL, CANCELLED, NO_REPORT -> CallStatus.FAILED;
            case TRANSFERRED,
                    MEETING_BOOKED,
                    MEETING_REQUESTED,
                    CALLBACK_REQUESTED,
                    INTERESTED,
                    NOT_INTERESTED,
                    DO_NOT_CALL,
                    WRONG_NUMBER,
                    RECORDING_DECLINED,
                    NO_OUTCOME -> CallStatus.COMPLETED;
        };
    }
}
