package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.outreach.gate.GateCheck.Finding;
import io.agencyos.domain.outreach.gate.GateCheck.Question;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.ReasonCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks 9 to 17: may this lead still be contacted, and is it this touch's turn. Source: outreach 3.3. */
final class LeadChecks {

    private static final int MOST_TOUCHES_IN_90_DAYS = 10;
    private static final Duration SCORING_TAKES = Duration.ofMinutes(15);

    private LeadChecks() {}

    static @Nullable Finding assigned(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        return lead == null || !lead.assigned() ? Finding.stop(GateReason.NOT_ASSIGNED) : null;
    }

    static @Nullable Finding optedOutAnywhere(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        boolean blocked = lead != null && (lead.blockedEverywhere() || lead.pool() == PoolStatus.UNSUBSCRIBED);
        return blocked ? Finding.stop(GateReason.UNSUBSCRIBED_GLOBALLY) : null;
    }

    static @Nullable Finding complaint(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        return lead != null && lead.complained() ? Finding.stop(GateReason.COMPLAINED) : null;
    }

    static @Nullable Finding suppression(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        return lead == null || lead.suppressed() == null ? null : Finding.stop(GateCode.suppressed(lead.suppressed()));
    }

    static @Nullable Finding status(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        if (lead == null) {
            return null;
        }
        boolean answering = q.origin() == TouchOrigin.REPLY;
        if (lead.status() == LeadStatus.UNSUBSCRIBED || lead.status() == LeadStatus.CONVERTED && !answering) {
            return Finding.stop(GateCode.leadStatus(lead.status()));
        }
        if (lead.pool() == PoolStatus.INVALID || lead.pool() == PoolStatus.CONVERTED && !answering) {
            return Finding.stop(GateCode.poolStatus(lead.pool()));
        }
        return answering ? null : score(lead, q);
    }

    private static @Nullable Finding score(GateFacts.LeadFacts lead, Question q) {
        if (lead.alive() == null) {
            return Finding.defer(GateReason.NOT_SCORED, q.now().plus(SCORING_TAKES));
        }
        return lead.alive() ? null : Finding.stop(GateReason.ALS_DEAD);
    }

    static @Nullable Finding reply(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        if (lead == null) {
            return null;
        }
        if (lead.negativeIntent() != null) {
            return Finding.stop(new GateCode(GateReason.REPLIED, new ReasonCode(lead.negativeIntent()).wire()));
        }
        return lead.replyOpen() ? Finding.hold(GateReason.REPLY_OPEN) : null;
    }

    static @Nullable Finding outcome(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        if (lead == null) {
            return null;
        }
        if (lead.meetingBooked()) {
            return Finding.stop(GateReason.MEETING_BOOKED);
        }
        return lead.dealOpen() ? Finding.stop(GateReason.DEAL_OPEN) : null;
    }

    static @Nullable Finding enrolment(Question q) {
        GateFacts.Intent touch = q.facts().touch();
        if (!touch.enrolment().maySend()) {
            return Finding.of(GateReason.ENROLMENT_STATE, GateAction.CANCEL_TOUCH);
        }
        boolean named = q.origin() == TouchOrigin.SEQUENCE || q.origin() == TouchOrigin.FOLLOW_UP;
        boolean superseded = named && !touch.currentStep();
        return superseded ? Finding.of(GateReason.STEP_SUPERSEDED, GateAction.CANCEL_TOUCH) : null;
    }

    static @Nullable Finding touchesLeft(Question q) {
        GateFacts.History history = q.facts().history();
        if (q.origin() == TouchOrigin.MANUAL && !q.facts().touch().fulfilsStep()) {
            return null;
        }
        boolean sequenceDone = q.origin() == TouchOrigin.SEQUENCE && history.sequenceTouches() >= history.steps();
        return sequenceDone || history.touchesIn90Days() >= MOST_TOUCHES_IN_90_DAYS
                ? Finding.stop(GateReason.MAX_TOUCHES_REACHED)
                : null;
    }
}
