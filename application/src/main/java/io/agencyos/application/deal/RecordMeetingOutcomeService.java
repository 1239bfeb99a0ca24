package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingDraft;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The meeting is locked, changed as the news says, and what is new about it is told. */
final class RecordMeetingOutcomeService implements RecordMeetingOutcome {

    private final DealPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    RecordMeetingOutcomeService(DealPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome record(TenantScope scope, MeetingId id, News news, Origin origin) {
        if (!Permissions.mayWrite(scope.role())) {
            return new Outcome.Forbidden();
        }
        List<Fault> faults = faults(news);
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        return units.inTenant(
                scope.asWorker(),
                () -> ports.meetings()
                        .findForUpdate(scope.clientId(), id)
                        .map(meeting -> settle(scope, meeting, news, origin))
                        .orElseGet(Outcome.NotFound::new));
    }

    private static List<Fault> faults(News news) {
        MeetingInput input = new MeetingInput();
        return switch (news) {
            case News.Confirmed confirmed -> List.of();
            case News.Moved moved -> input.text("reason", moved.reason()).faults();
            case News.Cancelled cancelled ->
                input.text("reason", cancelled.reason()).faults();
            case News.Attendance attendance ->
                input.text("no_show_reason", attendance.noShowReason()).faults();
            case News.Ended(MeetingOutcome outcome, String notes, String next) ->
                outcome == MeetingOutcome.PENDING
                        ? List.of(new Fault("outcome", "invalid_value", "Pending is not an outcome to record."))
                        : input.text("notes", notes).text("next_steps", next).faults();
            case News.Details details ->
                input.minutes(details.durationMinutes())
                        .link(details.link())
                        .text("notes", details.notes())
                        .text("next_steps", details.nextSteps())
                        .faults();
        };
    }

    private Outcome settle(TenantScope scope, Meeting before, News news, Origin origin) {
        Instant now = clock.now();
        MeetingStatus status = MeetingStatus.of(before, now);
        if (news instanceof News.Details details
                && details.ifVersion() != null
                && details.ifVersion() != before.version()) {
            return new Outcome.VersionConflict(before);
        }
        Optional<Meeting> next = changed(before, status, news, now);
        if (next.isEmpty()) {
            return new Outcome.InvalidTransition(before, status);
        }
        if (next.get().equals(before)) {
            return new Outcome.Recorded(before, status);
        }
        Meeting after = ports.meetings().update(next.get());
        tell(before, after, new MeetingTrail(ports, ids, scope, origin, now));
        return new Outcome.Recorded(after, MeetingStatus.of(after, now));
    }

    /** The meeting as it is then; empty where it is past that. */
    private static Optional<Meeting> changed(Meeting before, MeetingStatus status, News news, Instant now) {
        MeetingDraft draft = before.change();
        MeetingDraft next = switch (news) {
            case News.Confirmed confirmed ->
                switch (status) {
                    case SCHEDULED -> draft.confirmed(now);
                    case CONFIRMED -> draft;
                    case CANCELLED, NO_SHOW, COMPLETED, AWAITING_OUTCOME -> null;
                };
            case News.Moved(Instant to, String reason) ->
                switch (status) {
                    case SCHEDULED, CONFIRMED, AWAITING_OUTCOME, NO_SHOW ->
                        to.equals(before.scheduledAt()) ? draft : draft.moved(to);
                    case CANCELLED, COMPLETED -> null;
                };
            case News.Cancelled cancelled -> cancelled(draft, status);
            case News.Attendance(boolean showedUp, String reason) ->
                status == MeetingStatus.CANCELLED ? null : showedUp ? draft.attended() : draft.missed(reason);
            case News.Ended(MeetingOutcome outcome, String notes, String steps) -> {
                MeetingDraft ended =
                        outcome == MeetingOutcome.CANCELLED ? cancelled(draft, status) : draft.ended(outcome);
                yield ended == null ? null : ended.noted(notes, steps);
            }
            case News.Details details ->
                draft.details(
                                details.type() == null ? before.type() : details.type(),
                                details.durationMinutes() == null
                                        ? before.durationMinutes()
                                        : details.durationMinutes(),
                                details.link() == null ? before.link() : details.link())
                        .noted(details.notes(), details.nextSteps());
        };
        return Optional.ofNullable(next).map(MeetingDraft::done);
    }

    private static @Nullable MeetingDraft cancelled(MeetingDraft draft, MeetingStatus status) {
        return switch (status) {
            case SCHEDULED, CONFIRMED, AWAITING_OUTCOME, NO_SHOW -> draft.cancelled();
            case CANCELLED -> draft;
            case COMPLETED -> null;
        };
    }

    /** What is so now and was not so before. */
    private void tell(Meeting before, Meeting after, MeetingTrail trail) {
        if (after.rescheduled() > before.rescheduled()) {
            trail.event(after, EventName.MEETING_RESCHEDULED);
        }
        if (Boolean.TRUE.equals(after.showedUp()) && !Boolean.TRUE.equals(before.showedUp())) {
            trail.outcome(after, MeetingOutcomes.Kind.MEETING_HELD, null);
            trail.event(after, EventName.MEETING_ATTENDED);
        }
        if (became(MeetingOutcome.NO_SHOW, before, after)) {
            trail.outcome(after, MeetingOutcomes.Kind.MEETING_NO_SHOW, null);
            trail.event(after, EventName.MEETING_NO_SHOW);
            trail.task(after, "follow_up", "The lead did not come: follow up.");
        }
        if (became(MeetingOutcome.CANCELLED, before, after)) {
            trail.event(after, EventName.MEETING_CANCELLED);
            trail.task(after, "rebook", "The meeting was called off: find another time.");
        }
        if (after.outcome() != MeetingOutcome.PENDING || after.showedUp() != null) {
            trail.settleOutcome(after);
        }
        trail.audit(after, AuditAction.UPDATE, changes(before, after));
    }

    private static boolean became(MeetingOutcome outcome, Meeting before, Meeting after) {
        return after.outcome() == outcome && before.outcome() != outcome;
    }

    private static Map<String, Change> changes(Meeting before, Meeting after) {
        Map<String, Change> changes = new HashMap<>();
        put(changes, "scheduled_at", before.scheduledAt(), after.scheduledAt());
        put(changes, "confirmed_at", before.confirmedAt(), after.confirmedAt());
        put(changes, "showed_up", before.showedUp(), after.showedUp());
        put(changes, "outcome", before.outcome().wire(), after.outcome().wire());
        put(changes, "duration_minutes", before.durationMinutes(), after.durationMinutes());
        put(changes, "type", before.type().wire(), after.type().wire());
        return changes;
    }

    private static void put(
            Map<String, Change> changes, String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(
                    member,
                    new Change(before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}
