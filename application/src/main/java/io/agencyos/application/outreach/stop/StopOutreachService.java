package io.agencyos.application.outreach.stop;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEffect;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** T7. Whoever stops a lead locks its enrolment, so that a stop and a send of the same lead are never at once. */
public final class StopOutreachService implements StopOutreach {

    private static final String REPLIED = "replied";

    private static final Set<EnrolmentEvent.Plain> GO_ON = Set.of(
            EnrolmentEvent.Plain.INTENT_REFERRAL,
            EnrolmentEvent.Plain.INTENT_NOT_INTERESTED,
            EnrolmentEvent.Plain.MEETING_BOOKED,
            EnrolmentEvent.Plain.DEAL_MADE);

    private final Engine engine;

    public StopOutreachService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Stopped humanReply(ClientId client, LeadId lead) {
        return on(client, lead, EnrolmentEvent.Plain.HUMAN_REPLY, REPLIED);
    }

    @Override
    public Stopped stop(ClientId client, LeadId lead, StopReason reason) {
        return on(client, lead, event(reason), reason.wire());
    }

    @Override
    public Stopped convert(ClientId client, LeadId lead, String code) {
        EnrolmentEvent event =
                code.equals("meeting_booked") ? EnrolmentEvent.Plain.MEETING_BOOKED : EnrolmentEvent.Plain.DEAL_MADE;
        return on(client, lead, event, code);
    }

    @Override
    public Stopped snooze(ClientId client, LeadId lead, Instant until) {
        return on(client, lead, new EnrolmentEvent.OutOfOffice(until), REPLIED);
    }

    @Override
    public void resumeAfterMachineReply(ClientId client, LeadId lead) {
        Instant now = engine.clock().now();
        Changes changes = engine.changes(client, now);
        for (Enrolment enrolment : engine.stores().enrolments().lockLive(client, List.of(lead))) {
            List<EnrolmentEffect> effects = changes.on(enrolment, EnrolmentEvent.Plain.INTENT_AUTO_REPLY);
            if (effects.contains(EnrolmentEffect.REPLAN_CANCELLED)) {
                due(changes, enrolment, now);
            }
        }
        changes.flush();
    }

    /** The step is planned again from now on; its attempt number says that it is another contact. */
    private static void due(Changes changes, Enrolment enrolment, Instant now) {
        Enrolment latest = changes.latest(enrolment);
        Instant due = latest.nextDueAt();
        if (latest.state() != EnrolmentState.SNOOZED && (due == null || due.isBefore(now))) {
            changes.on(latest, new EnrolmentEvent.Deferred(now));
        }
    }

    @Override
    public Stopped closeChannel(ClientId client, LeadId lead, Channel channel, String code) {
        boolean other = engine.world()
                .leads()
                .leads()
                .find(client, lead)
                .map(found -> channel == Channel.EMAIL
                        ? found.contact().phone() != null || found.contact().linkedIn() != null
                        : found.contact().email() != null)
                .orElse(false);
        Instant now = engine.clock().now();
        Changes changes = engine.changes(client, now);
        List<Enrolment> live = engine.stores().enrolments().lockLive(client, List.of(lead));
        boolean usable = other && live.stream().allMatch(enrolment -> otherSteps(client, enrolment, channel));
        int cancelled = 0;
        int inFlight = 0;
        for (Enrolment enrolment : live) {
            List<EnrolmentEffect> effects = changes.on(enrolment, new EnrolmentEvent.HardBounce(usable));
            for (Touch touch : engine.stores().touches().lockLive(client, List.of(enrolment.id()))) {
                boolean concerned = effects.contains(EnrolmentEffect.CANCEL_OPEN_TOUCHES)
                        || touch.kind().channel() == channel;
                if (touch.state().isInFlight()) {
                    inFlight++;
                } else if (concerned && cancel(touch, code, changes)) {
                    cancelled++;
                }
            }
        }
        changes.flush();
        return new Stopped(cancelled, inFlight);
    }

    /** Whether anything is left to do on another channel: a lead without it is out of reach. */
    private boolean otherSteps(ClientId client, Enrolment enrolment, Channel closed) {
        return engine.world()
                .campaigns()
                .sequence(client, enrolment.campaignId(), enrolment.sequenceVersion())
                .map(sequence -> sequence.steps().stream()
                        .filter(step -> step.stepNo() > enrolment.currentStep())
                        .anyMatch(step -> step.channel() != closed))
                .orElse(false);
    }

    private Stopped on(ClientId client, LeadId lead, EnrolmentEvent event, String code) {
        Instant now = engine.clock().now();
        Changes changes = engine.changes(client, now);
        List<Enrolment> live = engine.stores().enrolments().lockLive(client, List.of(lead));
        List<EnrolmentId> ids = live.stream().map(Enrolment::id).toList();
        Set<EnrolmentEffect> cancelling = Set.of(EnrolmentEffect.CANCEL_OPEN_TOUCHES, EnrolmentEffect.RECOMPUTE_DUE);
        boolean cancels = false;
        for (Enrolment enrolment : live) {
            cancels |= changes.on(enrolment, event).stream().anyMatch(cancelling::contains);
        }
        int cancelled = 0;
        int inFlight = 0;
        for (Touch touch : open(client, lead, ids)) {
            boolean concerned = touch.byHand() == null ? cancels : silencesPeople(event);
            if (touch.state().isInFlight()) {
                inFlight++;
            } else if (concerned && withdraw(touch, live, code, changes)) {
                cancelled++;
            }
        }
        changes.flush();
        return new Stopped(cancelled, inFlight);
    }

    /** Open touches of these runs, and what people wrote to the lead beside runs that are over, under their locks. */
    private List<Touch> open(ClientId client, LeadId lead, List<EnrolmentId> ids) {
        // whoever holds these runs sees every open touch of theirs: they are planned under the same lock
        List<Touch> live = engine.stores().touches().liveOfLead(client, lead);
        List<EnrolmentId> over = live.stream()
                .filter(touch -> touch.byHand() != null)
                .map(Touch::enrolmentId)
                .filter(run -> run != null && !ids.contains(run))
                .distinct()
                .toList();
        if (!over.isEmpty()) {
            engine.stores().enrolments().lockAll(client, over);
        }
        return live.isEmpty()
                ? List.of()
                : engine.stores()
                        .touches()
                        .lockLive(
                                client,
                                Stream.concat(ids.stream(), over.stream()).toList());
    }

    /**
     * Whether what a person wrote and nobody sent yet is kept back too: the lead wrote something new, or is left alone. A
     * referral, a no or a booking does not keep back what answers it. Source: content 4.6, 4.7.
     */
    private static boolean silencesPeople(EnrolmentEvent event) {
        return !(event instanceof EnrolmentEvent.OutOfOffice
                || event instanceof EnrolmentEvent.Plain plain && GO_ON.contains(plain));
    }

    /** Whether a run ended so that nobody writes to its lead any more, not even by hand. */
    public static boolean silences(Enrolment run) {
        return run.state() == EnrolmentState.STOPPED
                && !StopReason.Plain.REFERRAL.wire().equals(run.stopReason())
                && !StopReason.Plain.REPLIED_NOT_INTERESTED.wire().equals(run.stopReason());
    }

    /** A step of an enrolment that stays open stays to be done; one that ends is refused with its reason. */
    private static boolean withdraw(Touch touch, List<Enrolment> live, String code, Changes changes) {
        boolean over = live.stream()
                .filter(enrolment -> enrolment.id().equals(touch.enrolmentId()))
                .anyMatch(enrolment -> changes.latest(enrolment).state().isTerminal());
        return over ? cancel(touch, code, changes) : GateKeeping.apply(TouchMachine.withdraw(touch, code), changes);
    }

    private static boolean cancel(Touch touch, String code, Changes changes) {
        return touch.state() != TouchState.UNKNOWN && GateKeeping.apply(TouchMachine.cancel(touch, code), changes);
    }

    private static EnrolmentEvent event(StopReason reason) {
        return switch (reason) {
            case StopReason.Suppressed(var suppression) -> new EnrolmentEvent.Suppressed(suppression);
            case StopReason.Plain plain ->
                switch (plain) {
                    case REPLIED_NOT_INTERESTED -> EnrolmentEvent.Plain.INTENT_NOT_INTERESTED;
                    case UNSUBSCRIBED -> EnrolmentEvent.Plain.INTENT_UNSUBSCRIBE;
                    case COMPLAINED -> EnrolmentEvent.Plain.INTENT_COMPLAINT;
                    case REFERRAL -> EnrolmentEvent.Plain.INTENT_REFERRAL;
                    case WRONG_PERSON -> EnrolmentEvent.Plain.INTENT_WRONG_PERSON;
                    case BOUNCED -> new EnrolmentEvent.HardBounce(false);
                    case NOT_ASSIGNED, LEAD_DELETED, ALS_DEAD, JOB_CHANGED -> new EnrolmentEvent.LeadLost(plain);
                    case CAMPAIGN_COMPLETED -> EnrolmentEvent.Plain.CAMPAIGN_COMPLETED;
                    case REJECTED_BY_USER -> EnrolmentEvent.Plain.REJECTED_BY_USER;
                };
        };
    }
}
