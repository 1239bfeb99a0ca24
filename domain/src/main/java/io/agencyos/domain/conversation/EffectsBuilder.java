package io.agencyos.domain.conversation;

import io.agencyos.domain.conversation.ReplyEffects.Alert;
import io.agencyos.domain.conversation.ReplyEffects.Answer;
import io.agencyos.domain.conversation.ReplyEffects.Due;
import io.agencyos.domain.conversation.ReplyEffects.EnrolmentChange;
import io.agencyos.domain.conversation.ReplyEffects.PoolEffect;
import io.agencyos.domain.conversation.ReplyEffects.SilenceTask;
import io.agencyos.domain.conversation.ReplyEffects.SuppressionEffect;
import io.agencyos.domain.conversation.ReplyEffects.TaskEffect;
import io.agencyos.domain.conversation.ReplyEffects.TaskKind;
import io.agencyos.domain.conversation.ReplyEffects.ThreadEffect;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes one row of the table of effects: nothing but waiting, without an answer, unless the row says more. */
final class EffectsBuilder {

    private final ThreadEffect thread;
    private EnrolmentChange enrolment = new EnrolmentChange.Await();
    private Optional<LeadStatus> lead = Optional.empty();
    private Optional<RejectionReason> rejection = Optional.empty();
    private Optional<SuppressionEffect> suppression = Optional.empty();
    private Optional<ReleaseReason> release = Optional.empty();
    private Optional<PoolEffect> pool = Optional.empty();
    private List<TaskEffect> tasks = List.of();
    private Set<Alert> alerts = Set.of();
    private Answer answer = Answer.NEVER;
    private List<SilenceTask> followUps = List.of();

    private EffectsBuilder(ThreadEffect thread) {
        this.thread = thread;
    }

    static EffectsBuilder thread(ThreadStatus status, ThreadOutcome outcome) {
        return new EffectsBuilder(new ThreadEffect(status, Optional.of(outcome), false));
    }

    static EffectsBuilder activeThread() {
        return new EffectsBuilder(new ThreadEffect(ThreadStatus.ACTIVE, Optional.empty(), false));
    }

    static EffectsBuilder escalatedThread(ThreadStatus status, ThreadOutcome outcome) {
        return new EffectsBuilder(new ThreadEffect(status, Optional.of(outcome), true));
    }

    ReplyEffects build() {
        return new ReplyEffects(
                enrolment, lead, rejection, suppression, release, pool, tasks, alerts, answer, thread, followUps);
    }

    EffectsBuilder enrolment(EnrolmentChange change) {
        enrolment = change;
        return this;
    }

    EffectsBuilder lead(LeadStatus status) {
        lead = Optional.of(status);
        return this;
    }

    EffectsBuilder rejected(RejectionReason reason) {
        rejection = Optional.of(reason);
        return this;
    }

    EffectsBuilder suppressed(SuppressionEffect entry) {
        suppression = Optional.of(entry);
        return this;
    }

    EffectsBuilder released(ReleaseReason reason) {
        release = Optional.of(reason);
        return this;
    }

    EffectsBuilder pool(PoolStatus status, Optional<Period> until) {
        pool = Optional.of(new PoolEffect(status, until));
        return this;
    }

    EffectsBuilder task(TaskKind kind, int amount, Due.Unit unit, Alert... told) {
        tasks = List.of(new TaskEffect(kind, new Due(amount, unit)));
        return told(told);
    }

    EffectsBuilder told(Alert... told) {
        alerts = Set.of(told);
        return this;
    }

    EffectsBuilder answered(Answer kind) {
        answer = kind;
        return this;
    }

    EffectsBuilder whenSilent(SilenceTask task) {
        followUps = List.of(task);
        return this;
    }
}
