package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.calendar.SendCalendar.Closure;
import io.agencyos.domain.outreach.gate.GateCheck.Finding;
import io.agencyos.domain.outreach.gate.GateCheck.Question;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Checks 29 to 37: what it is sent from, and whether there is room for it today. Source: outreach 3.3, 7. */
final class SenderChecks {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration CALL_ENDS = Duration.ofMinutes(2);
    private static final Duration VENDOR_RETRY = Duration.ofMinutes(1);
    private static final Duration NEXT_TRY_FOR_SPARE = Duration.ofMinutes(10);

    private SenderChecks() {}

    private static Channel channel(Question q) {
        return q.facts().touch().kind().channel();
    }

    static @Nullable Finding exists(Question q) {
        return q.facts().sender().exists() ? null : new Finding(GateCode.noResource(channel(q)), GateAction.HOLD, null);
    }

    static @Nullable Finding healthy(Question q) {
        return switch (q.facts().sender().standing()) {
            case HEALTHY -> null;
            case UNHEALTHY -> anotherOrTomorrow(q, GateCode.of(GateReason.RESOURCE_UNHEALTHY));
            case DOMAIN_AUTH_INVALID -> anotherOrTomorrow(q, GateCode.of(GateReason.DOMAIN_AUTH_INVALID));
            case SEAT_RESTRICTED -> anotherOrTomorrow(q, GateCode.of(GateReason.SEAT_RESTRICTED));
            case SEAT_DISCONNECTED -> anotherOrTomorrow(q, GateCode.of(GateReason.SEAT_DISCONNECTED));
        };
    }

    static @Nullable Finding warm(Question q) {
        return q.facts().sender().warm() ? null : anotherOrTomorrow(q, GateCode.of(GateReason.WARMUP_NOT_READY));
    }

    static @Nullable Finding starts(Question q) {
        boolean start = q.origin() == TouchOrigin.SEQUENCE && q.facts().touch().firstStep();
        return start && !q.facts().budgets().startsLeft()
                ? Finding.defer(GateReason.RATE_LIMIT_NEW_LEADS, tomorrow(q))
                : null;
    }

    static @Nullable Finding campaignLimit(Question q) {
        boolean counted = q.origin() == TouchOrigin.SEQUENCE || q.origin() == TouchOrigin.FOLLOW_UP;
        return counted && !q.facts().budgets().campaignLeft()
                ? Finding.defer(GateReason.RATE_LIMIT_CAMPAIGN, tomorrow(q))
                : null;
    }

    static @Nullable Finding clientSms(Question q) {
        return channel(q) == Channel.SMS && !q.facts().budgets().clientSmsLeft()
                ? Finding.defer(GateReason.RATE_LIMIT_CLIENT_SMS, tomorrow(q))
                : null;
    }

    static @Nullable Finding quota(Question q) {
        GateFacts.Budgets budgets = q.facts().budgets();
        boolean spare = q.facts().touch().spareOnly() && channel(q) == Channel.EMAIL;
        if (spare && !(budgets.senderLeft() && budgets.spareLeft())) {
            return laterTodayOrNever(q);
        }
        return budgets.senderLeft() ? null : anotherOrTomorrow(q, GateCode.rateLimit(channel(q)));
    }

    // PACE-5: capacity may come free until its window ends; it is never moved to another day
    private static Finding laterTodayOrNever(Question q) {
        Instant again = q.now().plus(NEXT_TRY_FOR_SPARE);
        SendCalendar calendar = q.facts().calendar();
        boolean sameWindow =
                calendar.at(again) == Closure.OPEN && calendar.localDate(again).equals(calendar.localDate(q.now()));
        return sameWindow
                ? Finding.defer(GateCode.rateLimit(channel(q)), again)
                : Finding.skip(GateReason.CAPACITY_FALLBACK);
    }

    /** Source: outreach 19.2. */
    static @Nullable Finding colleagues(Question q) {
        return switch (q.facts().budgets().colleagues()) {
            case FEW -> null;
            case THIS_HOUR ->
                Finding.defer(
                        GateReason.TOO_RECENT,
                        q.now().truncatedTo(ChronoUnit.HOURS).plus(AN_HOUR));
            case TODAY -> Finding.defer(GateReason.TOO_RECENT, tomorrow(q));
        };
    }

    static @Nullable Finding concurrency(Question q) {
        return channel(q) == Channel.VOICE && !q.facts().budgets().callsLeft()
                ? Finding.defer(GateReason.CONCURRENCY_LIMIT, q.now().plus(CALL_ENDS))
                : null;
    }

    static @Nullable Finding vendor(Question q) {
        GateFacts.Vendor vendor = q.facts().means().vendor();
        return switch (vendor.state()) {
            case READY -> null;
            case UNAVAILABLE -> Finding.defer(GateReason.VENDOR_UNAVAILABLE, probed(vendor, q.now()));
            case ACCOUNT_BLOCKED -> Finding.hold(GateReason.VENDOR_ACCOUNT_BLOCKED);
        };
    }

    /** When somebody may look again, which is not at once: one probe is enough to close a breaker. */
    private static Instant probed(GateFacts.Vendor vendor, Instant now) {
        Instant soonest = now.plus(VENDOR_RETRY);
        return vendor.until() == null || vendor.until().isBefore(soonest) ? soonest : vendor.until();
    }

    private static Finding anotherOrTomorrow(Question q, GateCode code) {
        boolean reselect = q.gate() == Gate.COMMIT && q.facts().sender().otherUsable();
        return reselect ? new Finding(code, GateAction.RESELECT_SENDER, null) : Finding.defer(code, tomorrow(q));
    }

    private static Instant tomorrow(Question q) {
        return q.facts().calendar().nextDay(q.now()).orElseGet(() -> q.now().plus(A_DAY));
    }
}
