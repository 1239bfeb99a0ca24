package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.campaign.Enrolments;
import io.agencyos.application.scoring.RescoreQueue;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Live leads in the order of their ids. */
public final class MemoryRescoreQueue implements RescoreQueue {

    private static final Set<LeadStatus> FROZEN =
            EnumSet.of(LeadStatus.CONVERTED, LeadStatus.NOT_INTERESTED, LeadStatus.UNSUBSCRIBED, LeadStatus.BOUNCED);

    private final MemoryLeads leads;
    private final Enrolments enrolments;

    public MemoryRescoreQueue(MemoryLeads leads, Enrolments enrolments) {
        this.leads = leads;
        this.enrolments = enrolments;
    }

    @Override
    public List<Entry> next(ClientId client, @Nullable CampaignId campaign, @Nullable LeadId after, int limit) {
        List<LeadId> next = leads.live(client)
                .filter(lead -> !FROZEN.contains(lead.status()))
                .filter(lead -> campaign == null || campaign.equals(lead.campaignId()))
                .map(Lead::id)
                .filter(id -> after == null || id.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(LeadId::text))
                .limit(limit)
                .toList();
        Set<LeadId> enrolled = enrolments.enrolled(client, next);
        return next.stream().map(id -> new Entry(id, enrolled.contains(id))).toList();
    }
}
