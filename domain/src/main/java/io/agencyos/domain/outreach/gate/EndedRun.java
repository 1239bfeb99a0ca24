package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.shared.Vocabulary;

/** What a person can do about a lead whose run through a sequence has ended. Source: outreach 2.6, 3.4 "never silent". */
public final class EndedRun {

    private static final String OVER = "The run has ended; nothing more is sent.";

    private EndedRun() {}

    /** One sentence for the reason with this wire name: one of {@link StopReason}, of a gate, or of a conversion. */
    public static String whatToDo(String reason) {
        return Vocabulary.parse(StopReason.Plain.class, reason)
                .map(EndedRun::afterStop)
                .or(() -> GateCode.parse(reason).map(GateCode::whatToDo))
                .orElse(OVER);
    }

    private static String afterStop(StopReason.Plain reason) {
        return switch (reason) {
            case REPLIED_NOT_INTERESTED -> "The lead said no: leave it alone, unless it writes again.";
            case UNSUBSCRIBED -> GateReason.UNSUBSCRIBED_GLOBALLY.whatToDo();
            case COMPLAINED -> GateReason.COMPLAINED.whatToDo();
            case REFERRAL -> "The lead named somebody else: add that person as a lead.";
            case WRONG_PERSON -> "This is not the right person: add the right one as a lead.";
            case BOUNCED -> "Mail comes back and no other channel is left: correct the lead's data.";
            case NOT_ASSIGNED -> GateReason.NOT_ASSIGNED.whatToDo();
            case LEAD_DELETED -> GateReason.LEAD_NOT_FOUND.whatToDo();
            case ALS_DEAD -> GateReason.ALS_DEAD.whatToDo();
            case JOB_CHANGED -> "The person works elsewhere now: see whether they still fit.";
            case CAMPAIGN_COMPLETED -> "The campaign is over: assign the lead to another one to go on.";
            case REJECTED_BY_USER -> "A colleague rejected a draft and stopped the lead: write by hand to go on.";
        };
    }
}
