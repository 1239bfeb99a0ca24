package io.agencyos.application.outreach.approval;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Items;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.ApprovalRules;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Items that nobody decided within a day: offered once more on the next business day, then held. Source: outreach 1.4. */
public final class ExpireApprovals implements OutreachStage {

    private final Engine engine;

    public ExpireApprovals(Engine engine) {
        this.engine = engine;
    }

    @Override
    public int run(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        return engine.inTenant(client, () -> expire(client, limit, holidays));
    }

    private int expire(ClientId client, int limit, Holidays holidays) {
        Instant now = engine.clock().now();
        Map<TouchId, ApprovalItem> overdue = new HashMap<>();
        engine.stores().approvals().overdue(client, now, limit).forEach(item -> overdue.put(item.touchId(), item));
        if (overdue.isEmpty()) {
            return 0;
        }
        List<Touch> touches = engine.stores().touches().findAll(client, overdue.keySet());
        Engine.Locked locked = engine.lock(client, touches, Setting.Hold.READ, holidays, now);
        Map<TouchId, ApprovalItem> newest = engine.stores().approvals().newest(client, overdue.keySet());
        Changes changes = engine.changes(client, now);
        for (TouchCase one : engine.cases().read(locked.setting(), locked.pairs())) {
            ApprovalItem item = newest.getOrDefault(
                    one.touch().id(), overdue.get(one.touch().id()));
            if (item.status() == ApprovalItem.Status.PENDING) {
                expire(one, item, changes);
            }
        }
        changes.flush();
        return overdue.size();
    }

    private static void expire(TouchCase one, ApprovalItem item, Changes changes) {
        ApprovalRules.Decision decision = ApprovalRules.expire(item);
        changes.decided(Items.in(item, decision.status(), changes.now()));
        boolean again = decision.consequence() == ApprovalRules.Consequence.REDRAFT_NEXT_BUSINESS_DAY;
        if (again) {
            Instant next = nextBusinessDay(one.calendar(), changes.now());
            // the same touch is written anew, so that the second offer is known as one
            GateKeeping.apply(TouchMachine.offeredAgain(one.touch(), next), changes);
            if (one.touch().carriesStep()) {
                changes.on(one.enrolment(), new EnrolmentEvent.Deferred(next));
            }
            return;
        }
        GateKeeping.apply(TouchMachine.expired(one.touch()), changes);
        changes.on(
                one.enrolment(),
                new EnrolmentEvent.Hold(new Enrolment.Hold(
                        EnrolmentHold.APPROVAL_EXPIRED.wire(),
                        null,
                        "Two drafts ran out unapproved. Resume the lead, or stop it.")));
        changes.task("approval_expired", one.touch(), "Two drafts for this lead ran out unapproved.");
    }

    /** Its first opening on a day on which the people who approve are at work. */
    private static Instant nextBusinessDay(SendCalendar calendar, Instant now) {
        return Stream.iterate(calendar.nextDay(now), Optional::isPresent, day -> day.flatMap(calendar::nextDay))
                .flatMap(Optional::stream)
                .filter(day -> calendar.localDate(day).getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .findFirst()
                .orElseGet(() -> now.plus(Duration.ofDays(1)));
    }
}
