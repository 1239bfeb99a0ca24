package io.agencyos.domain.conversation.notice;

import static io.agencyos.domain.conversation.notice.NoticeSeverity.CRITICAL;
import static io.agencyos.domain.conversation.notice.NoticeSeverity.INFO;
import static io.agencyos.domain.conversation.notice.NoticeSeverity.WARNING;

import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which event tells whom what. Source: api 9.16.
 *
 * @param page of the API below the client that shows what it is about, null for the client itself
 * @param least whoever may do less is not told
 * @param hourly whether many within an hour are told once
 * @param about of the event's payload; without it nobody is told. Null where it is always told
 */
public record NoticeRule(
        EventName event,
        NoticeTopic topic,
        NoticeSeverity severity,
        String title,
        @Nullable String page,
        Role least,
        boolean hourly,
        @Nullable String about) {

    private static final String WEIGHTS_RETIRED = "weights_retired";

    /** At most one for each event and what it is about. */
    public static final List<NoticeRule> ALL = List.of(
            hourly(EventName.LEAD_TIER_CHANGED, NoticeTopic.LEAD_ALERTS, "Leads have a new tier", "leads", Role.VIEWER),
            rule(EventName.REPLY_CLASSIFIED, NoticeTopic.REPLY_ALERTS, INFO, "A lead answered", "replies"),
            rule(EventName.MEETING_BOOKED, NoticeTopic.MEETING_ALERTS, INFO, "A meeting was booked", "meetings"),
            rule(EventName.MEETING_RESCHEDULED, NoticeTopic.MEETING_ALERTS, INFO, "A meeting was moved", "meetings"),
            rule(
                    EventName.MEETING_CANCELLED,
                    NoticeTopic.MEETING_ALERTS,
                    WARNING,
                    "A meeting was called off",
                    "meetings"),
            rule(
                    EventName.MEETING_NO_SHOW,
                    NoticeTopic.MEETING_ALERTS,
                    WARNING,
                    "Nobody came to a meeting",
                    "meetings"),
            rule(EventName.LEAD_CONVERTED, NoticeTopic.CONVERSION_ALERTS, INFO, "A lead became a customer", "leads"),
            rule(EventName.DEAL_WON, NoticeTopic.CONVERSION_ALERTS, INFO, "A deal was won", "deals"),
            rule(EventName.CAMPAIGN_PAUSED, NoticeTopic.CAMPAIGN_ALERTS, WARNING, "A campaign was paused", "campaigns"),
            rule(EventName.CAMPAIGN_COMPLETED, NoticeTopic.CAMPAIGN_ALERTS, INFO, "A campaign is over", "campaigns"),
            rule(EventName.OUTREACH_PAUSED, NoticeTopic.SYSTEM_ALERTS, CRITICAL, "All outreach is stopped", null),
            rule(EventName.OUTREACH_RESUMED, NoticeTopic.SYSTEM_ALERTS, INFO, "Outreach goes on", null),
            rule(
                    EventName.SEAT_RESTRICTED,
                    NoticeTopic.SYSTEM_ALERTS,
                    CRITICAL,
                    "LinkedIn restricts a seat",
                    "linkedin/seats"),
            rule(
                    EventName.LINKEDIN_SEAT_DISCONNECTED,
                    NoticeTopic.SYSTEM_ALERTS,
                    WARNING,
                    "A LinkedIn seat has to be linked anew",
                    "linkedin/seats"),
            rule(
                    EventName.EMAIL_DOMAIN_HEALTH_CHANGED,
                    NoticeTopic.SYSTEM_ALERTS,
                    WARNING,
                    "The health of a sending domain changed",
                    null),
            rule(EventName.CREDIT_LOW, NoticeTopic.SYSTEM_ALERTS, WARNING, "Credits run out", null),
            rule(EventName.CREDIT_RESET, NoticeTopic.SYSTEM_ALERTS, INFO, "The new period's credits are there", null),
            rule(
                    EventName.PACING_ALERT,
                    NoticeTopic.SYSTEM_ALERTS,
                    WARNING,
                    "Leads are used up too fast or too slowly",
                    null),
            // scoring POOL-12: a pipeline below what the client set; flows 2.16: manual mode is told the number
            new NoticeRule(
                    EventName.QUOTA_WARNING,
                    NoticeTopic.SYSTEM_ALERTS,
                    WARNING,
                    "Few leads are left in the pipeline",
                    "pool/replenishment-plan",
                    Role.VIEWER,
                    true,
                    "pipeline"),
            new NoticeRule(
                    EventName.REPLENISHMENT_COMPLETED,
                    NoticeTopic.APPROVAL_REQUESTS,
                    INFO,
                    "The month's leads wait for your approval",
                    "pool/replenishment-plan",
                    Role.ADMIN,
                    true,
                    "awaits_approval"),
            // CIS 11.6: the owner is told when learned weights are taken back
            new NoticeRule(
                    EventName.PATTERNS_LEARNED,
                    NoticeTopic.SYSTEM_ALERTS,
                    WARNING,
                    "Learned weights were taken back",
                    null,
                    Role.OWNER,
                    false,
                    WEIGHTS_RETIRED),
            hourly(
                    EventName.APPROVAL_REQUESTED,
                    NoticeTopic.APPROVAL_REQUESTS,
                    "Messages wait for approval",
                    "approvals",
                    Role.MEMBER));

    private static NoticeRule rule(
            EventName event, NoticeTopic topic, NoticeSeverity severity, String title, @Nullable String page) {
        return new NoticeRule(event, topic, severity, title, page, Role.VIEWER, false, null);
    }

    private static NoticeRule hourly(EventName event, NoticeTopic topic, String title, String page, Role least) {
        return new NoticeRule(event, topic, INFO, title, page, least, true, null);
    }

    /** Empty for what nobody is told of. */
    public static Optional<NoticeRule> of(DomainEvent event) {
        return ALL.stream()
                .filter(rule -> rule.event() == event.name())
                .filter(rule -> rule.about() == null || event.payload().containsKey(rule.about()))
                .findFirst();
    }
}
