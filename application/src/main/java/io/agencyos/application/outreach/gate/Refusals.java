package io.agencyos.application.outreach.gate;

import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Optional;

/** What a gate's STOP means for the enrolment. Source: outreach 3.3, 2.6. */
public final class Refusals {

    private Refusals() {}

    /** The event that ends the enrolment for this code. */
    public static EnrolmentEvent end(GateCode code) {
        return switch (code.reason()) {
            case LEAD_NOT_FOUND -> lost(StopReason.Plain.LEAD_DELETED);
            case NOT_ASSIGNED, POOL_STATUS -> lost(StopReason.Plain.NOT_ASSIGNED);
            case ALS_DEAD -> lost(StopReason.Plain.ALS_DEAD);
            case UNSUBSCRIBED_GLOBALLY -> new EnrolmentEvent.Suppressed(SuppressionReason.UNSUBSCRIBED);
            case COMPLAINED -> new EnrolmentEvent.Suppressed(SuppressionReason.COMPLAINED);
            case SUPPRESSED -> new EnrolmentEvent.Suppressed(suppression(code));
            case LEAD_STATUS -> status(code);
            case REPLIED -> new EnrolmentEvent.Suppressed(SuppressionReason.NOT_INTERESTED);
            case MEETING_BOOKED -> EnrolmentEvent.Plain.MEETING_BOOKED;
            case DEAL_OPEN -> EnrolmentEvent.Plain.DEAL_MADE;
            case MAX_TOUCHES_REACHED -> new EnrolmentEvent.Exhausted();
            default -> EnrolmentEvent.Plain.CAMPAIGN_COMPLETED;
        };
    }

    private static EnrolmentEvent lost(StopReason.Plain reason) {
        return new EnrolmentEvent.LeadLost(reason);
    }

    private static EnrolmentEvent status(GateCode code) {
        Optional<LeadStatus> status = Vocabulary.parse(LeadStatus.class, code.detail());
        return status.filter(LeadStatus.CONVERTED::equals)
                .<EnrolmentEvent>map(converted -> EnrolmentEvent.Plain.DEAL_MADE)
                .orElseGet(() -> new EnrolmentEvent.Suppressed(SuppressionReason.UNSUBSCRIBED));
    }

    private static SuppressionReason suppression(GateCode code) {
        return Vocabulary.parse(SuppressionReason.class, code.detail()).orElse(SuppressionReason.OTHER);
    }
}
