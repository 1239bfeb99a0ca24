package io.agencyos.application.deal;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversation.DueTimes;
import io.agencyos.domain.conversation.ReplyEffects;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TaskId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a change of a meeting is told: timeline, events, learning, tasks and audit, inside the caller's unit of work. */
final class MeetingTrail {

    private static final int TASKS_OF_A_LEAD = 200;
    private static final Set<String> BOOKING_TASKS = Set.of("book_meeting", "rebook");
    private static final String ASKS_OUTCOME = "record_outcome";
    private static final ReplyEffects.Due NEXT_BUSINESS_DAY =
            new ReplyEffects.Due(1, ReplyEffects.Due.Unit.BUSINESS_DAYS);

    private final DealPorts ports;
    private final IdSource ids;
    private final TenantScope scope;
    private final AuditEntry.Origin origin;
    private final Instant now;

    MeetingTrail(DealPorts ports, IdSource ids, TenantScope scope, AuditEntry.Origin origin, Instant now) {
        this.ports = ports;
        this.ids = ids;
        this.scope = scope;
        this.origin = origin;
        this.now = now;
    }

    void event(Meeting meeting, EventName name) {
        Map<String, String> payload = new HashMap<>();
        payload.put("meeting_id", meeting.id().text());
        if (meeting.leadId() != null) {
            payload.put("lead_id", meeting.leadId().text());
        }
        if (meeting.campaignId() != null) {
            payload.put("campaign_id", meeting.campaignId().text());
        }
        ports.events()
                .append(new DomainEvent(
                        ids.next(), meeting.clientId(), name, meeting.id().value(), now, payload));
    }

    void outcome(Meeting meeting, MeetingOutcomes.Kind kind, BookingPath.@Nullable Contact credited) {
        if (meeting.leadId() != null) {
            ports.outcomes()
                    .append(new MeetingOutcomes.Entry(
                            ids.next(), meeting.clientId(), meeting.leadId(), meeting.id(), kind, now, credited));
        }
    }

    void booked(Meeting meeting, Lead lead, BookingPath path) {
        BookingPath.Contact credited = path.credited();
        ports.activities()
                .append(new Activity(
                        new ActivityId(ids.next()),
                        meeting.clientId(),
                        lead.id(),
                        meeting.campaignId(),
                        ActivityAction.MEETING_BOOKED,
                        credited == null ? null : credited.channel(),
                        null,
                        credited == null ? null : credited.touch(),
                        null,
                        now,
                        "meeting_booked:" + meeting.id().text(),
                        "A meeting was booked for " + meeting.scheduledAt() + ".",
                        scope.ofTheProduct() ? ActivityActor.SYSTEM : ActivityActor.USER));
    }

    /** Opens a task of this kind for the meeting, due in one business day on the client's clock. */
    void task(Meeting meeting, String kind, String title) {
        ZoneId zone = ports.clients()
                .find(meeting.clientId())
                .map(client -> client.timezone())
                .orElse(ZoneOffset.UTC);
        Instant due = DueTimes.after(now.atZone(zone), NEXT_BUSINESS_DAY).toInstant();
        ports.tasks()
                .open(List.of(new TaskBoard.Task(
                        new TaskId(ids.next()),
                        meeting.clientId(),
                        kind,
                        meeting.leadId(),
                        null,
                        meeting.id(),
                        title,
                        due,
                        TaskBoard.Status.OPEN,
                        kind + ":" + meeting.id().text(),
                        null,
                        null,
                        now)));
    }

    /** Ends the lead's open tasks that ask for a booking. */
    void settleBookings(LeadId lead) {
        settle(lead, task -> BOOKING_TASKS.contains(task.kind()));
    }

    /** Ends the open tasks that ask how this meeting went. */
    void settleOutcome(Meeting meeting) {
        settle(
                meeting.leadId(),
                task -> task.kind().equals(ASKS_OUTCOME) && meeting.id().equals(task.meeting()));
    }

    private void settle(@Nullable LeadId lead, Predicate<TaskBoard.Task> which) {
        if (lead != null) {
            ports.tasks().list(scope.clientId(), TaskBoard.Status.OPEN, lead, TASKS_OF_A_LEAD).stream()
                    .filter(which)
                    .forEach(task -> ports.tasks()
                            .close(scope.clientId(), task.id(), TaskBoard.Status.DONE, scope.userId(), now));
        }
    }

    /** What a person did; the product's own work is told by its events. */
    void audit(Meeting meeting, AuditAction action, Map<String, AuditEntry.Change> changes) {
        if (!scope.ofTheProduct()) {
            ports.audit()
                    .append(new AuditEntry(
                            ids.next(),
                            now,
                            meeting.clientId(),
                            Actors.of(scope),
                            action,
                            AuditEntry.Outcome.OK,
                            "meeting",
                            meeting.id().value(),
                            changes,
                            Map.of(),
                            origin));
        }
    }
}
