package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Locale;

/** A domain event by its dotted name, such as {@code meeting.no_show}. Source: vocabulary 22; the outbound subset: api 11.1. */
public enum EventName implements Vocabulary {
    /** A client has a new lead. */
    LEAD_CREATED,
    /** A lead's data was completed. */
    LEAD_ENRICHED,
    /** A lead has a new score. */
    LEAD_SCORED,
    /** A lead's tier is another. */
    LEAD_TIER_CHANGED,
    /** A deal came of a lead. */
    LEAD_CONVERTED,
    /** A lead may not be contacted any more. */
    LEAD_SUPPRESSED,
    /** A lead was given back to the pool. */
    LEAD_RELEASED,
    /** A lead was never contacted and went back. */
    LEAD_EXPIRED,
    /** The pool holds nobody more who fits. */
    POOL_EXHAUSTED,
    /** The month's leads were assigned. */
    REPLENISHMENT_COMPLETED,
    /** A campaign was activated. */
    CAMPAIGN_STARTED,
    /** A campaign was paused. */
    CAMPAIGN_PAUSED,
    /** A campaign is over. */
    CAMPAIGN_COMPLETED,
    /** A client stopped everything. */
    OUTREACH_PAUSED,
    /** A client lifted its stop. */
    OUTREACH_RESUMED,
    /** A touch waits for a person. */
    APPROVAL_REQUESTED,
    /** A touch left; every one, on any channel. */
    TOUCH_SENT,
    /** Leads are used up too fast or too slowly. */
    PACING_ALERT,
    /** A lead wrote. */
    REPLY_RECEIVED,
    /** It is known what a reply wants. */
    REPLY_CLASSIFIED,
    /** A meeting was booked. */
    MEETING_BOOKED,
    /** A meeting was moved. */
    MEETING_RESCHEDULED,
    /** A meeting was called off. */
    MEETING_CANCELLED,
    /** A meeting took place. */
    MEETING_ATTENDED,
    /** The lead did not come. */
    MEETING_NO_SHOW,
    /** A deal was opened. */
    DEAL_CREATED,
    /** A deal moved. */
    DEAL_STAGE_CHANGED,
    /** A deal was won. */
    DEAL_WON,
    /** A deal was lost. */
    DEAL_LOST,
    /** The client confirmed its ICP. */
    ICP_CONFIRMED,
    /** A new period's credits are there. */
    CREDIT_RESET,
    /** Credits run out. */
    CREDIT_LOW,
    /** A quota runs out. */
    QUOTA_WARNING,
    /** A client got a sender resource. */
    RESOURCE_ASSIGNED,
    /** A resource's health is another. */
    RESOURCE_HEALTH_CHANGED,
    /** A resource is warm. */
    RESOURCE_WARMUP_COMPLETED,
    /** Few unassigned resources are left. */
    BUFFER_LOW,
    /** LinkedIn restricted a seat. */
    SEAT_RESTRICTED,
    /** A seat has to be linked anew. */
    LINKEDIN_SEAT_DISCONNECTED,
    /** A sending domain's health is another. */
    EMAIL_DOMAIN_HEALTH_CHANGED,
    /** One pattern has a new version. */
    PATTERN_UPDATED,
    /** A learning run has ended. */
    PATTERNS_LEARNED,
    /** A run ended: succeeded, partial, failed or cancelled. */
    JOB_FINISHED,
    /** A subscriber tries its endpoint. */
    WEBHOOK_TEST;

    private static final String EMAIL_DOMAIN = "EMAIL_DOMAIN_";

    /** Subject, a dot, what happened; the subject is the first word, but for {@code email_domain}. */
    @Override
    public String wire() {
        int dot = name().startsWith(EMAIL_DOMAIN) ? EMAIL_DOMAIN.length() - 1 : name().indexOf('_');
        return (name().substring(0, dot) + "." + name().substring(dot + 1)).toLowerCase(Locale.ROOT);
    }
}
