package io.agencyos.adapters.out.memory.allocation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.allocation.store.UnassignedLeads;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.domain.allocation.NotFree;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads that no campaign uses, the best first. */
public final class MemoryUnassignedLeads implements UnassignedLeads {

    private static final Comparator<Lead> BEST_FIRST = comparing(
                    MemoryUnassignedLeads::points, nullsLast(reverseOrder()))
            .thenComparing(Lead::createdAt)
            .thenComparing(lead -> lead.id().text());

    private static final Set<LeadStatus> LIVE =
            EnumSet.of(LeadStatus.IN_SEQUENCE, LeadStatus.REPLIED, LeadStatus.MEETING_BOOKED);

    private final MemoryLeads leads;
    private final Enrolments enrolments;

    public MemoryUnassignedLeads(MemoryLeads leads, Enrolments enrolments) {
        this.leads = leads;
        this.enrolments = enrolments;
    }

    @Override
    public List<Lead> lockBest(
            ClientId client, CampaignId campaign, int minimumScore, Collection<LeadId> except, int limit) {
        return open(client, campaign).stream()
                .filter(lead -> minimumScore == 0 || atLeast(lead, minimumScore))
                .filter(lead -> !except.contains(lead.id()))
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Lead> lockNamed(ClientId client, CampaignId campaign, Collection<LeadId> named) {
        return open(client, campaign).stream()
                .filter(lead -> named.contains(lead.id()))
                .sorted(comparing(lead -> lead.id().text()))
                .toList();
    }

    @Override
    public Map<NotFree, Integer> notFree(ClientId client, CampaignId campaign, int minimumScore) {
        List<Lead> all = leads.live(client).toList();
        Set<LeadId> enrolled =
                enrolments.newest(client, all.stream().map(Lead::id).toList()).keySet();
        Map<NotFree, Integer> counts = new EnumMap<>(NotFree.class);
        for (Lead lead : all) {
            NotFree reason = reason(lead, campaign, minimumScore, enrolled.contains(lead.id()));
            if (reason != null) {
                counts.merge(reason, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static @Nullable NotFree reason(Lead lead, CampaignId campaign, int minimumScore, boolean enrolled) {
        if (!fresh(lead) && !LIVE.contains(lead.status())) {
            return NotFree.ENDED;
        }
        if (!fresh(lead) || enrolled) {
            return NotFree.UNDER_WAY;
        }
        if (lead.campaignId() != null && !lead.campaignId().equals(campaign)) {
            return NotFree.OTHER_CAMPAIGN;
        }
        if (lead.history().touches() > 0) {
            return NotFree.CONTACTED;
        }
        return minimumScore > 0 && !atLeast(lead, minimumScore) ? NotFree.BELOW_TIER : null;
    }

    private List<Lead> open(ClientId client, CampaignId campaign) {
        List<Lead> fresh = leads.live(client)
                .filter(lead -> lead.campaignId() == null || lead.campaignId().equals(campaign))
                .filter(MemoryUnassignedLeads::fresh)
                .filter(lead -> lead.history().touches() == 0)
                .toList();
        Set<LeadId> used =
                enrolments.newest(client, fresh.stream().map(Lead::id).toList()).keySet();
        return fresh.stream().filter(lead -> !used.contains(lead.id())).toList();
    }

    private static boolean fresh(Lead lead) {
        return lead.status() == LeadStatus.NEW
                || lead.status() == LeadStatus.ENRICHED
                || lead.status() == LeadStatus.SCORED;
    }

    private static boolean atLeast(Lead lead, int minimum) {
        Integer points = points(lead);
        return points != null && points >= minimum;
    }

    private static @Nullable Integer points(Lead lead) {
        ScoreSummary score = lead.score();
        return score == null ? null : score.score();
    }
}
