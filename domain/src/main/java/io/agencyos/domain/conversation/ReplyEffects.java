package io.agencyos.domain.conversation;

import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that follows from a classified reply, as values that one transaction carries out. Source: content 4.6.
 *
 * @param release the client's claim on the person is given back for this reason
 * @param pool what the shared pool learns of the person
 * @param followUps tasks that arise only if the lead stays silent after our answer
 */
public record ReplyEffects(
        EnrolmentChange enrolment,
        Optional<LeadStatus> leadStatus,
        Optional<RejectionReason> rejectionReason,
        Optional<SuppressionEffect> suppression,
        Optional<ReleaseReason> release,
        Optional<PoolEffect> pool,
        List<TaskEffect> tasks,
        Set<Alert> alerts,
        Answer answer,
        ThreadEffect thread,
        List<SilenceTask> followUps) {

    public ReplyEffects {
        tasks = List.copyOf(tasks);
        alerts = Set.copyOf(alerts);
        followUps = List.copyOf(followUps);
    }

    /** What becomes of the lead's enrolment. */
    public sealed interface EnrolmentChange {

        /** AWAITING_OUTCOME: nothing is sent until the conversation ends. */
        record Await() implements EnrolmentChange {}

        /** SNOOZED until a moment; {@code byItself} says whether it then resumes without a person. */
        record SnoozeUntil(ZonedDateTime until, boolean byItself) implements EnrolmentChange {}

        /** SNOOZED until a day that the lead named; {@code byItself} only in autopilot. */
        record SnoozeUntilDay(LocalDate until, boolean byItself) implements EnrolmentChange {}

        /** STOPPED for a reason, in this campaign or in all of the client's. */
        record Stop(StopReason reason, Scope scope) implements EnrolmentChange {}

        /** As it was before the reply; the touch that the reply cancelled is planned again. */
        record Restore() implements EnrolmentChange {}

        /** Runs on without the phone number, which was wrong. */
        record ResumeWithoutPhone() implements EnrolmentChange {}
    }

    /** How far a stop reaches. */
    public enum Scope {
        THIS_ENROLMENT,
        ALL_CAMPAIGNS_OF_THE_CLIENT
    }

    /** A client entry with source {@code reply}; for a person it covers every identity known. Empty expiry: for ever. */
    public record SuppressionEffect(
            SuppressionKeyType keyType, SuppressionReason reason, Optional<Period> expiresAfter) {}

    /** The pool status of the person, and for how long where it lapses. */
    public record PoolEffect(PoolStatus status, Optional<Period> until) {}

    /** A task for a person, due after an amount of hours or days counted as {@link Due} says. */
    public record TaskEffect(TaskKind kind, Due due) {}

    /** The tasks that replies create. */
    public enum TaskKind {
        BOOK_MEETING,
        FOLLOW_UP,
        ANSWER,
        REFERRAL_REVIEW,
        REPLY_REVIEW,
        COMPLAINT,
        RESUME_REVIEW
    }

    /** When a task is due. */
    public record Due(int amount, Unit unit) {

        /** Business hours are Monday to Friday 09:00 to 17:00, business days Monday to Friday, hours any hours. */
        public enum Unit {
            HOURS,
            BUSINESS_HOURS,
            BUSINESS_DAYS
        }
    }

    /** A task for the case that the lead is silent for so long after our answer. */
    public record SilenceTask(TaskKind kind, int days, boolean businessDays) {}

    /** Who is told, and how. */
    public enum Alert {
        EMAIL_NOW,
        IN_APP_NOW,
        DIGEST,
        OWNER_AND_PLATFORM_ADMIN_NOW
    }

    /** Which answer may be written. */
    public enum Answer {
        CALENDAR_LINK,
        ANSWER_WITH_SOFT_ASK,
        ANSWER,
        THANKS,
        NONE_BY_DEFAULT,
        NEVER
    }

    /** Where the thread stands; {@code escalated} marks it for the platform too. */
    public record ThreadEffect(ThreadStatus status, Optional<ThreadOutcome> outcome, boolean escalated) {

        static ThreadEffect of(ThreadStatus status, ThreadOutcome outcome) {
            return new ThreadEffect(status, Optional.of(outcome), false);
        }
    }
}
