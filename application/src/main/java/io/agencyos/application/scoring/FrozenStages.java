package io.agencyos.application.scoring;

import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.ScoreCause;
import java.util.Set;

/** Stages in which a lead keeps the score that it ended with. Source: scoring ALS-17. */
final class FrozenStages {

    private static final Set<LeadStatus> ALL =
            Set.of(LeadStatus.CONVERTED, LeadStatus.NOT_INTERESTED, LeadStatus.UNSUBSCRIBED, LeadStatus.BOUNCED);

    // what ended the outreach is itself told by a score, or the gates of ALS-13 would never be seen
    private static final Set<LeadStatus> BUT_DELIVERABILITY = Set.of(LeadStatus.CONVERTED, LeadStatus.NOT_INTERESTED);

    private FrozenStages() {}

    static Set<LeadStatus> of(ScoreCause cause) {
        return cause == ScoreCause.DELIVERABILITY ? BUT_DELIVERABILITY : ALL;
    }
}
