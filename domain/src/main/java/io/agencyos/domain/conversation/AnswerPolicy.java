package io.agencyos.domain.conversation;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.content.DeterministicPick;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Whether an answer goes out by itself, and how long it waits so as not to look like a machine. Source: content 4.7. */
public final class AnswerPolicy {

    /** What happens to a written answer. */
    public enum Route {
        /** Sent when its delay is over. */
        SEND,
        /** Kept as a draft for a person. */
        DRAFT,
        /** Put to the approval queue. */
        APPROVAL_QUEUE,
        /** Only suggested on the task. */
        SUGGESTION
    }

    private static final BigDecimal SURE_ENOUGH = new BigDecimal("0.80");
    private static final int MOST_AUTOMATIC_ANSWERS = 3;
    private static final LocalTime BUSINESS_OPENS = LocalTime.of(9, 0);
    private static final LocalTime BUSINESS_CLOSES = LocalTime.of(17, 0);

    private AnswerPolicy() {}

    /**
     * Where an answer goes.
     *
     * @param qaClean quality checks passed without a warning
     * @param automaticAnswersInThread sent so far without a person between
     * @param takenOverByPerson a person writes in this thread
     */
    public static Route route(
            PermissionMode mode,
            Classification read,
            boolean qaClean,
            int automaticAnswersInThread,
            boolean takenOverByPerson) {
        return switch (mode) {
            case MANUAL -> Route.SUGGESTION;
            case CO_PILOT -> Route.APPROVAL_QUEUE;
            case AUTOPILOT -> {
                boolean mayRunAlone = mayBeAutomatic(read)
                        && qaClean
                        && automaticAnswersInThread < MOST_AUTOMATIC_ANSWERS
                        && !takenOverByPerson;
                yield mayRunAlone ? Route.SEND : Route.DRAFT;
            }
        };
    }

    private static boolean mayBeAutomatic(Classification read) {
        boolean answerable = switch (read.intent()) {
            case MEETING_REQUEST, INTERESTED, QUESTION, REFERRAL, NOT_INTERESTED -> true;
            case UNSUBSCRIBE, OUT_OF_OFFICE, AUTO_REPLY, WRONG_PERSON, ANGRY_OR_COMPLAINT -> false;
        };
        return answerable
                && !read.flags().optOut()
                && !read.flags().anger()
                && read.confidence().compareTo(SURE_ENOUGH) >= 0;
    }

    /** The wait from receipt, in the lead's zone: 180 to 300 s in business hours, else 600 to 900 s. */
    public static Duration delay(String replyId, ZonedDateTime receivedAt) {
        long chance = DeterministicPick.number(replyId);
        return Duration.ofSeconds(isBusinessHours(receivedAt) ? 180 + chance % 121 : 600 + chance % 301);
    }

    private static boolean isBusinessHours(ZonedDateTime at) {
        boolean weekday = at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY;
        LocalTime time = at.toLocalTime();
        return weekday && !time.isBefore(BUSINESS_OPENS) && time.isBefore(BUSINESS_CLOSES);
    }
}
