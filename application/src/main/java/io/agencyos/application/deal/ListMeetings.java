package io.agencyos.application.deal;

import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The meetings of a client as every member sees them; only real ones, never inferred. Source: api 9.12. */
@PrimaryPort
public interface ListMeetings {

    /**
     * Which of them; null for all.
     *
     * @param upcoming true for those that are not over and not called off, false for the others
     * @param until exclusive
     */
    record Query(
            @Nullable Boolean upcoming,
            @Nullable Set<MeetingStatus> statuses,
            @Nullable LeadId lead,
            @Nullable CampaignId campaign,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean latestFirst,
            Meetings.@Nullable After after,
            int limit) {}

    /** A meeting with its status at this moment. */
    record Line(Meeting meeting, MeetingStatus status) {}

    /** Some meetings, whom they are with, to which deals they led, and whether more follow. */
    record Page(List<Line> lines, Cards cards, Map<MeetingId, DealId> deals, boolean more) {
        public Page {
            lines = List.copyOf(lines);
            deals = Map.copyOf(deals);
        }
    }

    Page list(TenantScope scope, Query query);

    /** One of them; empty where this tenant has none of this id. */
    Optional<Page> find(TenantScope scope, MeetingId id);
}
