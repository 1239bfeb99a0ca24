package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.Places;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.gate.NextSteps;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What slept until now goes on, with its spacing kept; who asked to be called is called, once; a text that nobody mended in a day fails its step. Source: outreach 2.6, 10.6,
 * 18.
 */
final class WakeEnrolments implements OutreachStage {

    private final Engine engine;

    WakeEnrolments(Engine engine) {
        this.engine = engine;
    }

    @Override
    public int run(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        return engine.inTenant(client, () -> wake(client, limit, holidays));
    }

    private int wake(ClientId client, int limit, Holidays holidays) {
        Instant now = engine.clock().now();
        List<Enrolment> waking = engine.stores().enrolments().lockWaking(client, now, limit);
        if (waking.isEmpty()) {
            return 0;
        }
        Setting setting = engine.setting(client, Setting.Hold.READ, holidays, now);
        Map<LeadId, Lead> leads = new HashMap<>();
        engine.world()
                .leads()
                .leads()
                .findAll(client, waking.stream().map(Enrolment::leadId).toList())
                .forEach(lead -> leads.put(lead.id(), lead));
        Changes changes = engine.changes(client, now);
        List<EnrolmentStep> refused = new ArrayList<>();
        AskedCalls asked = AskedCalls.read(engine, client, waking);
        for (Enrolment enrolment : waking) {
            boolean unfit =
                    enrolment.hold() != null && enrolment.hold().code().equals(EnrolmentHold.CONTENT_QA_FAILED.wire());
            changes.on(enrolment, new EnrolmentEvent.Resume(now));
            asked.of(enrolment).ifPresent(wish -> {
                changes.plan(asked.call(enrolment, wish, now));
                setting.sequence(enrolment)
                        .ifPresent(sequence -> changes.on(
                                enrolment,
                                afterCall(enrolment, wish, sequence, setting, leads.get(enrolment.leadId()), changes)));
            });
            if (unfit && enrolment.nextStep() != null) {
                refused.add(refuse(enrolment, enrolment.nextStep(), setting, leads.get(enrolment.leadId()), changes));
            }
        }
        changes.flush();
        engine.stores().enrolments().settle(refused);
        return waking.size();
    }

    /** The steps that are left keep their distance to the call, as they would to the first one. */
    private static EnrolmentEvent afterCall(
            Enrolment enrolment,
            CallBook.Wish wish,
            Sequence sequence,
            Setting setting,
            @Nullable Lead lead,
            Changes changes) {
        LeadPlace place = Places.of(lead, setting.zone());
        return NextSteps.after(
                changes.latest(enrolment),
                sequence,
                setting.campaign(enrolment.campaignId()).orElse(null),
                place,
                setting,
                new NextSteps.Done(wish.stepNo(), true, LocalDate.ofInstant(setting.now(), place.zone())));
    }

    private static EnrolmentStep refuse(
            Enrolment enrolment, int step, Setting setting, @Nullable Lead lead, Changes changes) {
        LeadPlace place = Places.of(lead, setting.zone());
        Sequence sequence = setting.sequence(enrolment).orElse(null);
        changes.on(
                enrolment,
                NextSteps.after(
                        changes.latest(enrolment),
                        sequence,
                        setting.campaign(enrolment.campaignId()).orElse(null),
                        place,
                        setting,
                        new NextSteps.Done(step, false, LocalDate.ofInstant(setting.now(), place.zone()))));
        return new EnrolmentStep(
                enrolment.clientId(),
                enrolment.id(),
                step,
                EnrolmentStep.Outcome.REFUSED,
                EnrolmentHold.CONTENT_QA_FAILED.wire(),
                null,
                setting.now());
    }
}
