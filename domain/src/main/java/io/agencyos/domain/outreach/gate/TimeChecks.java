package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.gate.GateCheck.Finding;
import io.agencyos.domain.outreach.gate.GateCheck.Question;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks 25 to 28 and the later ones about time. Source: outreach 3.3, 5, 15, 19.8. */
public final class TimeChecks {

    /** A call begins at least so long before its window ends. Source: outreach 10.4. */
    public static final Duration CALL_ENDS_WITHIN = Duration.ofMinutes(6);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration FEED_CHECKED_AGAIN = Duration.ofMinutes(10);

    private TimeChecks() {}

    static @Nullable Finding hours(Question q) {
        SendCalendar calendar = q.facts().calendar();
        boolean lawful = isByLaw(q);
        if (q.facts().hours().holidaysUnknown() && q.facts().touch().kind() == TouchKind.VOICE) {
            return Finding.defer(GateReason.PUBLIC_HOLIDAY, q.now().plus(A_DAY));
        }
        return switch (calendar.at(q.now())) {
            case OPEN -> tooLateToCall(q) ? Finding.defer(GateReason.OUTSIDE_WINDOW, openingAfterCall(q)) : null;
            case LEGAL_HOURS -> Finding.defer(GateReason.LEGAL_HOURS, opening(q));
            case PUBLIC_HOLIDAY ->
                overridden(q) && !lawful ? null : Finding.defer(GateReason.PUBLIC_HOLIDAY, opening(q));
            case OUTSIDE_WINDOW -> overridden(q) ? null : Finding.defer(GateReason.OUTSIDE_WINDOW, opening(q));
        };
    }

    /** Whether a call that begins now can end before the window does. */
    public static boolean callFits(SendCalendar calendar, Instant begins) {
        Instant last = begins.plus(CALL_ENDS_WITHIN).minusNanos(1);
        return calendar.at(begins) == SendCalendar.Closure.OPEN && calendar.at(last) == SendCalendar.Closure.OPEN;
    }

    private static boolean tooLateToCall(Question q) {
        boolean call = q.facts().touch().kind() == TouchKind.VOICE;
        return call && !overridden(q) && !callFits(q.facts().calendar(), q.now());
    }

    private static Instant openingAfterCall(Question q) {
        Instant later = q.now().plus(CALL_ENDS_WITHIN);
        return q.facts().calendar().nextOpening(later).orElseGet(() -> q.now().plus(A_DAY));
    }

    // the law forbids calls, and by policy texts, on holidays; for the rest a holiday is a matter of taste
    private static boolean isByLaw(Question q) {
        Channel channel = q.facts().touch().kind().channel();
        return channel == Channel.VOICE || channel == Channel.SMS;
    }

    private static boolean overridden(Question q) {
        return q.origin() == TouchOrigin.MANUAL && q.facts().touch().override();
    }

    private static Instant opening(Question q) {
        return q.facts().calendar().nextOpening(q.now()).orElseGet(() -> q.now().plus(A_DAY));
    }

    static @Nullable Finding cooling(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        Instant until = lead == null ? null : lead.coolingUntil();
        return until != null && q.leavesAt().isBefore(until) && !overridden(q)
                ? Finding.defer(GateReason.COOLING_PERIOD, until)
                : null;
    }

    static @Nullable Finding gap(Question q) {
        GateFacts.CampaignFacts campaign = q.facts().campaign();
        return campaign == null
                ? null
                : gap(q, q.facts().history().lastTouch(), campaign.touchGapDays(), GateReason.TOO_RECENT);
    }

    static @Nullable Finding channelGap(Question q) {
        GateFacts.CampaignFacts campaign = q.facts().campaign();
        return campaign == null
                ? null
                : gap(
                        q,
                        q.facts().history().lastTouchOnChannel(),
                        campaign.channelCooldownDays(),
                        GateReason.CHANNEL_COOLDOWN);
    }

    private static @Nullable Finding gap(Question q, @Nullable LocalDate last, int days, GateReason reason) {
        if (last == null || overridden(q)) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(q.leavesAt(), q.facts().history().leadZone());
        LocalDate allowed = last.plusDays(days);
        return today.isBefore(allowed) ? Finding.defer(reason, openingOn(q, allowed)) : null;
    }

    private static Instant openingOn(Question q, LocalDate date) {
        return q.facts()
                .calendar()
                .nextOpening(date)
                .orElseGet(
                        () -> date.atStartOfDay(q.facts().history().leadZone()).toInstant());
    }

    static @Nullable Finding replyFeed(Question q) {
        return q.facts().switches().replyFeedStale()
                ? Finding.defer(GateReason.REPLY_FEED_STALE, q.now().plus(FEED_CHECKED_AGAIN))
                : null;
    }

    static @Nullable Finding blackout(Question q) {
        GateFacts.ClientFacts client = q.facts().client();
        return client == null || client.blackoutUntil() == null
                ? null
                : Finding.defer(GateReason.CLIENT_BLACKOUT, openingOn(q, client.blackoutUntil()));
    }

    static @Nullable Finding inviteCooldown(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        boolean invitation = q.facts().touch().kind() == TouchKind.LI_INVITE;
        return invitation && lead != null && lead.inviteCooldown() ? Finding.skip(GateReason.INVITE_COOLDOWN) : null;
    }
}
