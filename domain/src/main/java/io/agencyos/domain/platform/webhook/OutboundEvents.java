package io.agencyos.domain.platform.webhook;

import io.agencyos.domain.platform.EventName;
import java.util.EnumSet;
import java.util.Set;

/** The events that a client can have sent to its programs. Source: api 11.1. */
public final class OutboundEvents {

    private static final Set<EventName> ALL = EnumSet.of(
            EventName.LEAD_CREATED,
            EventName.LEAD_ENRICHED,
            EventName.LEAD_SCORED,
            EventName.LEAD_CONVERTED,
            EventName.LEAD_SUPPRESSED,
            EventName.CAMPAIGN_STARTED,
            EventName.CAMPAIGN_PAUSED,
            EventName.CAMPAIGN_COMPLETED,
            EventName.REPLY_RECEIVED,
            EventName.REPLY_CLASSIFIED,
            EventName.MEETING_BOOKED,
            EventName.MEETING_RESCHEDULED,
            EventName.MEETING_CANCELLED,
            EventName.MEETING_ATTENDED,
            EventName.MEETING_NO_SHOW,
            EventName.DEAL_CREATED,
            EventName.DEAL_STAGE_CHANGED,
            EventName.DEAL_WON,
            EventName.DEAL_LOST,
            EventName.APPROVAL_REQUESTED,
            EventName.TOUCH_SENT,
            EventName.JOB_FINISHED,
            EventName.OUTREACH_PAUSED,
            EventName.OUTREACH_RESUMED,
            EventName.LINKEDIN_SEAT_DISCONNECTED,
            EventName.EMAIL_DOMAIN_HEALTH_CHANGED,
            EventName.QUOTA_WARNING,
            EventName.PATTERN_UPDATED,
            EventName.WEBHOOK_TEST);

    private OutboundEvents() {}

    /** All of them, in the order of their names' list. */
    public static Set<EventName> all() {
        return Set.copyOf(ALL);
    }
}
