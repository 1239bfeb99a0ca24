package io.agencyos.domain.lead;

import static io.agencyos.domain.lead.LeadStatus.ARCHIVED;
import static io.agencyos.domain.lead.LeadStatus.BOUNCED;
import static io.agencyos.domain.lead.LeadStatus.COMPLETED;
import static io.agencyos.domain.lead.LeadStatus.CONVERTED;
import static io.agencyos.domain.lead.LeadStatus.ENRICHED;
import static io.agencyos.domain.lead.LeadStatus.INVALID;
import static io.agencyos.domain.lead.LeadStatus.IN_SEQUENCE;
import static io.agencyos.domain.lead.LeadStatus.MEETING_BOOKED;
import static io.agencyos.domain.lead.LeadStatus.NEW;
import static io.agencyos.domain.lead.LeadStatus.NOT_INTERESTED;
import static io.agencyos.domain.lead.LeadStatus.REPLIED;
import static io.agencyos.domain.lead.LeadStatus.SCORED;
import static io.agencyos.domain.lead.LeadStatus.UNSUBSCRIBED;

import io.agencyos.domain.shared.Result;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The stages of an assignment. The main line is walked forwards, and a stage on it may be passed over, because a lead
 * that a client brings itself is written to without ever being enriched. Source: scoring POOL-3 (stage).
 */
public final class StageMachine {

    /** {@code invalid_pool_transition}: nothing changes. */
    public record IllegalStage(LeadStatus from, LeadStatus to) {}

    /** Stages side by side stand for either. */
    private static final List<Set<LeadStatus>> MAIN_LINE = List.of(
            Set.of(NEW),
            Set.of(ENRICHED),
            Set.of(SCORED),
            Set.of(IN_SEQUENCE),
            Set.of(REPLIED, COMPLETED),
            Set.of(MEETING_BOOKED),
            Set.of(CONVERTED));

    private static final Set<LeadStatus> LIVE =
            EnumSet.of(NEW, ENRICHED, SCORED, IN_SEQUENCE, REPLIED, COMPLETED, MEETING_BOOKED);

    private static final Set<LeadStatus> ENDS = EnumSet.of(NOT_INTERESTED, UNSUBSCRIBED, BOUNCED, INVALID);

    /** What still fills a client's pipeline (POOL-12). */
    public static final Set<LeadStatus> PIPELINE = Set.copyOf(EnumSet.of(NEW, ENRICHED, SCORED, IN_SEQUENCE, REPLIED));

    private StageMachine() {}

    /** {@code to}, where a lead that is {@code from} may go there. */
    public static Result<LeadStatus, IllegalStage> on(LeadStatus from, LeadStatus to) {
        boolean forwards = place(from) >= 0 && place(to) > place(from);
        boolean late = from == COMPLETED && to == REPLIED;
        boolean ended = LIVE.contains(from) && ENDS.contains(to);
        boolean putAway = from == COMPLETED && to == ARCHIVED;
        return forwards || late || ended || putAway ? Result.ok(to) : Result.err(new IllegalStage(from, to));
    }

    private static int place(LeadStatus stage) {
        for (int i = 0; i < MAIN_LINE.size(); i++) {
            if (MAIN_LINE.get(i).contains(stage)) {
                return i;
            }
        }
        return -1;
    }
}
