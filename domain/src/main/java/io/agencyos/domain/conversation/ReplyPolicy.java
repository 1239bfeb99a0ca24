package io.agencyos.domain.conversation;

import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.ReplyEffects.Alert;
import io.agencyos.domain.conversation.ReplyEffects.Answer;
import io.agencyos.domain.conversation.ReplyEffects.Due;
import io.agencyos.domain.conversation.ReplyEffects.EnrolmentChange;
import io.agencyos.domain.conversation.ReplyEffects.Scope;
import io.agencyos.domain.conversation.ReplyEffects.SilenceTask;
import io.agencyos.domain.conversation.ReplyEffects.SuppressionEffect;
import io.agencyos.domain.conversation.ReplyEffects.TaskKind;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The table of content 4.6: what follows from a reply. A human reply has by then cancelled every unsent touch and moved
 * the enrolment to AWAITING_OUTCOME and the lead to {@code replied}; what stands here comes on top.
 */
public final class ReplyPolicy {

    /** Days for which a "no" is respected; then the person may be written to again. */
    private static final Period COOLING = Period.ofDays(180);

    private static final int FURTHEST_SNOOZE_DAYS = 366;
    private static final Set<String> PHONE_WORDS = Set.of(" number", " phone", " mobile");
    private static final Set<String> DEPARTED = Set.of("left", "retired", "moved on", "passed away", "deceased");

    private ReplyPolicy() {}

    /**
     * What a reply is answered with beside its text.
     *
     * @param senderDiffers the writer is not the lead that was written to, so a person always looks
     * @param departed the reply says that the person has left or died; only read for {@code wrong_person}
     * @param wrongNumber the reply says that the number is another's; only read for {@code wrong_person}
     */
    public record Circumstances(
            LocalDate receivedOn, PermissionMode mode, boolean senderDiffers, boolean wrongNumber, boolean departed) {

        public static Circumstances on(LocalDate receivedOn, PermissionMode mode) {
            return new Circumstances(receivedOn, mode, false, false, false);
        }

        /** The same, with what the rules that hit say about the number and the person. */
        public Circumstances readFrom(Classification read) {
            List<String> said = read.hits().stream()
                    .filter(hit -> hit.group().equals(Intent.WRONG_PERSON.wire()))
                    .map(Classification.RuleHit::words)
                    .toList();
            boolean number = said.stream().anyMatch(ReplyPolicy::saysWrongNumber);
            boolean gone = said.stream().anyMatch(ReplyPolicy::saysDeparted);
            return new Circumstances(receivedOn, mode, senderDiffers, number, gone);
        }
    }

    /** Everything that follows; an opt-out and anger act whatever the confidence. */
    public static ReplyEffects effectsOf(Classification read, Circumstances at) {
        return rowFor(read, at).build();
    }

    /** Somebody on the telephone asked to be called again, and is: the run sleeps until then. Source: outreach 10.6. */
    public static ReplyEffects calledAgain(ZonedDateTime at) {
        return waitingOngoing()
                .enrolment(new EnrolmentChange.SnoozeUntil(at, true))
                .told(Alert.DIGEST)
                .build();
    }

    private static EffectsBuilder rowFor(Classification read, Circumstances at) {
        if (read.flags().anger()) {
            return complained();
        }
        if (read.flags().optOut()) {
            return unsubscribed();
        }
        if (read.intent() == Intent.AUTO_REPLY) {
            return restored();
        }
        if (read.needsReview() || at.senderDiffers()) {
            return reviewed();
        }
        return rowFor(read.intent(), read, at);
    }

    private static EffectsBuilder rowFor(Intent intent, Classification read, Circumstances at) {
        return switch (intent) {
            case MEETING_REQUEST ->
                waitingOngoing()
                        .task(TaskKind.BOOK_MEETING, 1, Due.Unit.BUSINESS_HOURS, Alert.EMAIL_NOW, Alert.IN_APP_NOW)
                        .answered(Answer.CALENDAR_LINK)
                        .whenSilent(new SilenceTask(TaskKind.BOOK_MEETING, 3, true));
            case INTERESTED ->
                waitingOngoing()
                        .task(TaskKind.FOLLOW_UP, 4, Due.Unit.BUSINESS_HOURS, Alert.IN_APP_NOW, Alert.DIGEST)
                        .answered(Answer.ANSWER_WITH_SOFT_ASK);
            case QUESTION ->
                waitingOngoing()
                        .task(TaskKind.ANSWER, 4, Due.Unit.BUSINESS_HOURS, Alert.EMAIL_NOW, Alert.IN_APP_NOW)
                        .answered(Answer.ANSWER)
                        .whenSilent(new SilenceTask(TaskKind.FOLLOW_UP, 7, false));
            case NOT_INTERESTED ->
                snoozeDay(read, at).map(day -> later(day, at)).orElseGet(() -> declined(read));
            case UNSUBSCRIBE -> unsubscribed();
            case OUT_OF_OFFICE -> away(read);
            case AUTO_REPLY -> restored();
            case REFERRAL ->
                EffectsBuilder.thread(ThreadStatus.RESOLVED, ThreadOutcome.REFERRAL)
                        .enrolment(new EnrolmentChange.Stop(StopReason.Plain.REFERRAL, Scope.THIS_ENROLMENT))
                        .task(TaskKind.REFERRAL_REVIEW, 1, Due.Unit.BUSINESS_DAYS)
                        .answered(Answer.THANKS);
            case WRONG_PERSON -> at.wrongNumber() ? wrongNumber() : wrongPerson(at.departed());
            case ANGRY_OR_COMPLAINT -> complained();
        };
    }

    private static Optional<LocalDate> snoozeDay(Classification read, Circumstances at) {
        return read.objections().contains(Objection.TIMING)
                ? read.entities()
                        .statedTime()
                        .filter(day -> ChronoUnit.DAYS.between(at.receivedOn(), day) <= FURTHEST_SNOOZE_DAYS)
                : Optional.empty();
    }

    private static EffectsBuilder later(LocalDate day, Circumstances at) {
        return EffectsBuilder.thread(ThreadStatus.RESOLVED, ThreadOutcome.FUTURE_INTEREST)
                .enrolment(new EnrolmentChange.SnoozeUntilDay(day, at.mode() == PermissionMode.AUTOPILOT))
                .told(Alert.DIGEST)
                .answered(Answer.NONE_BY_DEFAULT);
    }

    private static EffectsBuilder declined(Classification read) {
        return rejected()
                .enrolment(new EnrolmentChange.Stop(StopReason.Plain.REPLIED_NOT_INTERESTED, Scope.THIS_ENROLMENT))
                .lead(LeadStatus.NOT_INTERESTED)
                .rejected(read.rejectionReason())
                .suppressed(person(SuppressionReason.NOT_INTERESTED, Optional.of(COOLING)))
                .released(ReleaseReason.NOT_INTERESTED)
                .pool(PoolStatus.COOLING, Optional.of(COOLING))
                .told(Alert.DIGEST)
                .answered(Answer.NONE_BY_DEFAULT);
    }

    private static EffectsBuilder unsubscribed() {
        return EffectsBuilder.thread(ThreadStatus.DEAD, ThreadOutcome.REJECTED)
                .enrolment(new EnrolmentChange.Stop(StopReason.Plain.UNSUBSCRIBED, Scope.ALL_CAMPAIGNS_OF_THE_CLIENT))
                .lead(LeadStatus.UNSUBSCRIBED)
                .rejected(RejectionReason.DO_NOT_CONTACT)
                .suppressed(person(SuppressionReason.UNSUBSCRIBED, Optional.empty()))
                .pool(PoolStatus.UNSUBSCRIBED, Optional.empty())
                .told(Alert.DIGEST);
    }

    private static EffectsBuilder complained() {
        return EffectsBuilder.escalatedThread(ThreadStatus.DEAD, ThreadOutcome.REJECTED)
                .enrolment(new EnrolmentChange.Stop(StopReason.Plain.COMPLAINED, Scope.ALL_CAMPAIGNS_OF_THE_CLIENT))
                .lead(LeadStatus.UNSUBSCRIBED)
                .suppressed(person(SuppressionReason.COMPLAINED, Optional.empty()))
                .pool(PoolStatus.UNSUBSCRIBED, Optional.empty())
                .task(TaskKind.COMPLAINT, 2, Due.Unit.HOURS, Alert.OWNER_AND_PLATFORM_ADMIN_NOW);
    }

    private static EffectsBuilder away(Classification read) {
        EffectsBuilder effects = EffectsBuilder.activeThread();
        return read.entities()
                .absence()
                .flatMap(Absence::resumeOn)
                .map(until -> effects.enrolment(new EnrolmentChange.SnoozeUntil(until, true)))
                .orElseGet(() -> effects.task(TaskKind.RESUME_REVIEW, 1, Due.Unit.BUSINESS_DAYS));
    }

    private static EffectsBuilder restored() {
        return EffectsBuilder.activeThread().enrolment(new EnrolmentChange.Restore());
    }

    private static EffectsBuilder wrongPerson(boolean departed) {
        EffectsBuilder effects = rejected()
                .enrolment(new EnrolmentChange.Stop(StopReason.Plain.WRONG_PERSON, Scope.THIS_ENROLMENT))
                .lead(LeadStatus.INVALID)
                .suppressed(person(SuppressionReason.WRONG_PERSON, Optional.empty()))
                .released(ReleaseReason.WRONG_PERSON)
                .told(Alert.DIGEST);
        return departed ? effects.pool(PoolStatus.INVALID, Optional.empty()) : effects;
    }

    private static EffectsBuilder wrongNumber() {
        return rejected()
                .enrolment(new EnrolmentChange.ResumeWithoutPhone())
                .suppressed(new SuppressionEffect(
                        SuppressionKeyType.PHONE, SuppressionReason.WRONG_PERSON, Optional.empty()))
                .told(Alert.DIGEST);
    }

    private static EffectsBuilder reviewed() {
        return waitingOngoing().task(TaskKind.REPLY_REVIEW, 4, Due.Unit.BUSINESS_HOURS);
    }

    private static EffectsBuilder waitingOngoing() {
        return EffectsBuilder.thread(ThreadStatus.ACTIVE, ThreadOutcome.ONGOING);
    }

    private static EffectsBuilder rejected() {
        return EffectsBuilder.thread(ThreadStatus.RESOLVED, ThreadOutcome.REJECTED);
    }

    private static SuppressionEffect person(SuppressionReason reason, Optional<Period> expiresAfter) {
        return new SuppressionEffect(SuppressionKeyType.PERSON, reason, expiresAfter);
    }

    private static boolean saysWrongNumber(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return PHONE_WORDS.stream().anyMatch(said::endsWith);
    }

    /** Gone altogether: "no longer in marketing" is still there. */
    private static boolean saysDeparted(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return DEPARTED.stream().anyMatch(said::contains) || said.startsWith("no longer") && !said.endsWith(" in");
    }
}
