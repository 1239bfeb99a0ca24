package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.NextSteps;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.DueDates;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step for which a touch stands already keeps its day: it leaves within hours, or a person is reading it. */
final class AdaptStepsService implements AdaptSteps {

    private final Engine engine;

    AdaptStepsService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public int openedOften(ClientId client, Collection<TouchId> emails) {
        if (emails.isEmpty()) {
            return 0;
        }
        Holidays holidays = engine.holidays();
        return engine.inTenant(client, () -> openedOften(client, emails, holidays));
    }

    private int openedOften(ClientId client, Collection<TouchId> emails, Holidays holidays) {
        Instant now = engine.clock().now();
        Changes changes = engine.changes(client, now);
        Engine.Locked locked = engine.lock(
                client, engine.stores().touches().findAll(client, emails), Setting.Hold.READ, holidays, now);
        List<EnrolmentId> runs =
                locked.pairs().stream().map(pair -> pair.enrolment().id()).toList();
        Set<EnrolmentId> underWay = engine.stores().touches().lockLive(client, runs).stream()
                .map(Touch::enrolmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        int moved = 0;
        for (TouchCase one : engine.cases().read(locked.setting(), locked.pairs())) {
            Instant due = one.enrolment().nextDueAt();
            Instant earlier = underWay.contains(one.enrolment().id()) ? null : earlier(one, locked.setting());
            if (earlier != null && due != null && earlier.isBefore(due)) {
                changes.on(one.enrolment(), new EnrolmentEvent.Redated(earlier));
                moved++;
            }
        }
        changes.flush();
        return moved;
    }

    private static @Nullable Instant earlier(TouchCase one, Setting setting) {
        Campaign campaign = one.campaign();
        Enrolment run = one.enrolment();
        Sequence sequence = one.sequence();
        if (campaign == null
                || !campaign.sequence().adaptive()
                || sequence == null
                || run.nextStep() == null
                || run.nextDueAt() == null
                || run.lastStepDate() == null
                || !run.state().maySend()
                || !isLastEmail(one.touch(), run, sequence)) {
            return null;
        }
        LocalDate planned = LocalDate.ofInstant(run.nextDueAt(), one.place().zone());
        LocalDate today = LocalDate.ofInstant(setting.now(), one.place().zone());
        LocalDate wished =
                DueDates.earlier(planned, run.lastStepDate(), campaign.pace().gapDays(), today);
        SequenceStep next = sequence.step(run.nextStep());
        return wished.isBefore(planned) ? NextSteps.due(run, next, campaign, one.place(), setting, wished) : null;
    }

    private static boolean isLastEmail(Touch touch, Enrolment run, Sequence sequence) {
        return sequence.steps().stream()
                .filter(step -> step.stepNo() > touch.stepNo() && step.stepNo() <= run.currentStep())
                .noneMatch(step -> step.channel() == Channel.EMAIL);
    }
}
