package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/**
 * A line of a lead's timeline, the same words for all channels; every outbound touch has exactly one {@code sent}.
 * Source: vocabulary 10.
 */
public enum ActivityAction implements Vocabulary {
    /** A touch left; its kind says which. */
    SENT,
    /** It arrived. */
    DELIVERED,
    /** It was opened by a person. */
    OPENED,
    /** A person followed a link. */
    CLICKED,
    /** It came back. */
    BOUNCED,
    /** It was reported as spam. */
    COMPLAINED,
    /** It failed after it was accepted. */
    FAILED,
    /** The post brought it back. */
    RETURNED,
    /** The lead answered. */
    REPLIED,
    /** The lead opted out. */
    UNSUBSCRIBED,
    /** A meeting was booked. */
    MEETING_BOOKED,
    /** A deal came of it. */
    CONVERTED,
    /** An answered call ended. */
    COMPLETED,
    /** The machine was spoken to. */
    VOICEMAIL_LEFT,
    /** The profile was looked at. */
    PROFILE_VIEWED,
    /** The invitation was accepted. */
    CONNECTION_ACCEPTED,
    /** The invitation was declined. */
    CONNECTION_DECLINED,
    /** The invitation was taken back. */
    CONNECTION_WITHDRAWN,
    /** A gate stopped a touch. */
    BLOCKED,
    /** A gate skipped a step. */
    SKIPPED,
    /** The Do Not Call Register forbids the number. */
    REJECTED_DNCR,
    /** Data was added. */
    ENRICHED,
    /** The ALS was computed. */
    SCORED,
    /** The lead was looked into. */
    RESEARCHED,
    /** The lead changed its status. */
    STATUS_CHANGED,
    /** Somebody wrote something down. */
    NOTE
}
