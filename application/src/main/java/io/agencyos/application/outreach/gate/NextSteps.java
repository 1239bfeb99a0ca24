package io.agencyos.application.outreach.gate;

import io.agencyos.application.outreach.engine.Places;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.DueDates;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.calendar.SendPreference;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.TouchKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which step comes next and when: dates on the lead's calendar, times by the touch's own minute. Source: outreach 2.4, 5.5. */
public final class NextSteps {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** A call may begin until six minutes before its window ends, and takes a while to leave. Source: outreach 10.4. */
    private static final Duration ROOM_FOR_A_CALL = Duration.ofMinutes(10);

    private NextSteps() {}

    /** What follows a step that was done on {@code effective}. */
    public static EnrolmentEvent.StepDone after(
            Enrolment enrolment,
            @Nullable Sequence sequence,
            @Nullable Campaign campaign,
            LeadPlace place,
            Setting setting,
            Done done) {
        int next = Math.max(enrolment.currentStep(), done.stepNo()) + 1;
        if (sequence == null || next > sequence.steps().size()) {
            return new EnrolmentEvent.StepDone(done.stepNo(), done.sent(), done.effective(), null, null);
        }
        SequenceStep step = sequence.step(next);
        SequenceStep before = sequence.step(next - 1);
        LocalDate day0 = enrolment.anchorDate() == null ? done.effective() : enrolment.anchorDate();
        LocalDate planned = DueDates.planned(day0, step.dayOffset(), done.effective(), before.dayOffset());
        Instant due = due(enrolment, step, campaign, place, setting, planned);
        return new EnrolmentEvent.StepDone(done.stepNo(), done.sent(), done.effective(), next, due);
    }

    /**
     * When the touch that stands in for a skipped one is due; empty where nothing does. What stands in for it already is
     * not stood in for again.
     */
    static Optional<Instant> fallback(TouchCase one, Enrolment enrolment, Setting setting) {
        SequenceStep step = one.step();
        if (step == null || one.sequence() == null || one.touch().kind().channel() != step.channel()) {
            return Optional.empty();
        }
        return step.fallback().map(instead -> {
            LocalDate today = LocalDate.ofInstant(setting.now(), one.place().zone());
            LocalDate day0 = enrolment.anchorDate() == null ? today : enrolment.anchorDate();
            int before = step.stepNo() == 1
                    ? 0
                    : one.sequence().step(step.stepNo() - 1).dayOffset();
            LocalDate planned = DueDates.planned(day0, instead.dayOffset(), enrolment.lastStepDate(), before);
            return due(enrolment, step.stepNo(), instead.kind(), one.campaign(), one.place(), setting, planned);
        });
    }

    /** A step that is over: {@code effective} is its date on the lead's calendar. */
    public record Done(int stepNo, boolean sent, LocalDate effective) {}

    /** The minute of a step on the first open date from the planned one on, never one that is past. */
    public static Instant due(
            Enrolment enrolment,
            SequenceStep step,
            @Nullable Campaign campaign,
            LeadPlace place,
            Setting setting,
            LocalDate planned) {
        return due(enrolment, step.stepNo(), step.touchKind(), campaign, place, setting, planned);
    }

    private static Instant due(
            Enrolment enrolment,
            int stepNo,
            TouchKind kind,
            @Nullable Campaign campaign,
            LeadPlace place,
            Setting setting,
            LocalDate planned) {
        SendCalendar calendar = Places.calendar(kind.channel(), campaign, place, setting);
        String key = TouchKeys.idempotencyKey(enrolment.id().value(), stepNo, kind, 1);
        LocalDate today = calendar.localDate(setting.now());
        Instant due = planned.isAfter(today)
                ? times(setting, key)
                        .slotFromDate(calendar, planned, key)
                        .orElseGet(() -> planned.atStartOfDay(place.zone()).toInstant())
                : from(calendar, setting, key);
        return kind == TouchKind.VOICE ? calendar.withRoom(due, ROOM_FOR_A_CALL, setting.now()) : due;
    }

    /** The next open minute from now on. */
    public static Instant from(SendCalendar calendar, Setting setting, String key) {
        return from(calendar, setting, key, setting.now());
    }

    /** The next open minute from then on. */
    public static Instant from(SendCalendar calendar, Setting setting, String key, Instant then) {
        return times(setting, key).slotFrom(calendar, then, key).orElseGet(() -> then.plus(A_DAY));
    }

    /** What the day and hour of a touch are chosen by. */
    public static ChoiceBasis basis(Setting setting, String key) {
        if (!setting.learned().sends().counts()) {
            return ChoiceBasis.DEFAULT;
        }
        return explores(setting, key) ? ChoiceBasis.EXPLORED : ChoiceBasis.LEARNED;
    }

    private static SendPreference times(Setting setting, String key) {
        SendPreference learned = setting.learned().sends();
        return learned.counts() && explores(setting, key) ? SendPreference.NONE : learned;
    }

    private static boolean explores(Setting setting, String key) {
        return Exploration.explores(
                Exploration.Purpose.SEND, key, setting.learned().exploreSends());
    }
}
