package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.domain.conversation.DueTimes;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ReplyEffects;
import io.agencyos.domain.conversation.ReplyEffects.Due;
import io.agencyos.domain.conversation.ReplyEffects.EnrolmentChange;
import io.agencyos.domain.conversation.ReplyEffects.TaskKind;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.TaskId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tasks that a reply makes for people, due on the lead's clock. Source: content 4.6. */
final class ReplyTasks {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Due REVIEW = new Due(4, Due.Unit.BUSINESS_HOURS);

    /** Grouped by pages like the kinds of the effects. */
    private static final String COMPANY = "company_opt_out";

    private final Desk desk;

    ReplyTasks(Desk desk) {
        this.desk = desk;
    }

    /** @param silenced the lead opted out before and says something else now: a person looks, nothing else happens */
    void open(Reply reply, Lead lead, ReplyEffects effects, boolean silenced, ZonedDateTime at) {
        List<TaskBoard.Task> tasks = new ArrayList<>();
        if (silenced) {
            tasks.add(task(
                    reply,
                    lead,
                    TaskKind.REPLY_REVIEW,
                    DueTimes.after(at, REVIEW).toInstant()));
        } else {
            effects.tasks()
                    .forEach(effect -> tasks.add(task(
                            reply,
                            lead,
                            effect.kind(),
                            DueTimes.after(at, effect.due()).toInstant())));
            if (effects.enrolment() instanceof EnrolmentChange.SnoozeUntilDay(var day, var byItself) && !byItself) {
                tasks.add(task(
                        reply,
                        lead,
                        TaskKind.RESUME_REVIEW,
                        day.atTime(MORNING).atZone(at.getZone()).toInstant()));
            }
        }
        desk.stores().tasks().open(tasks);
    }

    /** Whoever opted out spoke for all their colleagues: a person puts the company's domain on the list. Source: outreach 19.2. */
    void offerCompany(Reply reply, Lead lead, ZonedDateTime at) {
        DomainName domain = lead.company().domain();
        if (domain != null) {
            String title = "They ask to stop for everybody: put " + domain.value() + " on your list";
            desk.stores()
                    .tasks()
                    .open(List.of(task(
                            reply,
                            lead,
                            COMPANY,
                            title,
                            DueTimes.after(at, REVIEW).toInstant())));
        }
    }

    private TaskBoard.Task task(Reply reply, Lead lead, TaskKind kind, Instant dueAt) {
        return task(reply, lead, kind.name().toLowerCase(Locale.ROOT), title(kind, lead), dueAt);
    }

    private TaskBoard.Task task(Reply reply, Lead lead, String word, String title, Instant dueAt) {
        return new TaskBoard.Task(
                new TaskId(desk.ids().next()),
                lead.clientId(),
                word,
                lead.id(),
                null,
                reply.id(),
                null,
                title,
                dueAt,
                TaskBoard.Status.OPEN,
                word + ":" + reply.id().text(),
                null,
                null,
                desk.now());
    }

    private static String title(TaskKind kind, Lead lead) {
        String first = lead.person().firstName();
        String who = first == null || first.isBlank() ? "the lead" : first;
        return switch (kind) {
            case BOOK_MEETING -> "Book a meeting with " + who;
            case FOLLOW_UP -> "Follow up with " + who;
            case ANSWER -> "Answer the question of " + who;
            case REFERRAL_REVIEW -> "Look at whom " + who + " refers to";
            case REPLY_REVIEW -> "Read the reply of " + who;
            case COMPLAINT -> "Handle the complaint of " + who;
            case RESUME_REVIEW -> "Decide when to write to " + who + " again";
        };
    }
}
