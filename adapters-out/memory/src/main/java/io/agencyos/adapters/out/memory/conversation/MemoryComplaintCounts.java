package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.application.conversation.store.TouchOutcome;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Complaints counted over what was sent and what became of it. */
public final class MemoryComplaintCounts implements ComplaintCounts {

    private final MemorySentLog sentLog;
    private final MemoryTouchOutcomes outcomes;
    private final Campaigns campaigns;

    public MemoryComplaintCounts(MemorySentLog sentLog, MemoryTouchOutcomes outcomes, Campaigns campaigns) {
        this.sentLog = sentLog;
        this.outcomes = outcomes;
        this.campaigns = campaigns;
    }

    @Override
    public Map<CampaignId, Counts> of(ClientId client, Instant since) {
        Map<CampaignId, Counts> counts = new TreeMap<>(Comparator.comparing(CampaignId::text));
        campaigns.all(client).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .map(Campaign::id)
                .forEach(campaign -> {
                    Counts found = counts(client, campaign, since);
                    if (found.complaints() > 0) {
                        counts.put(campaign, found);
                    }
                });
        return counts;
    }

    private Counts counts(ClientId client, CampaignId campaign, Instant since) {
        List<TouchOutcome> sent = sentLog.touches(client).stream()
                .filter(one -> one.sent().touch().campaignId().equals(campaign))
                .map(one -> outcomes.of(client, one.sent().touch().id()))
                .toList();
        List<Instant> complaints =
                sent.stream().flatMap(MemoryComplaintCounts::complained).toList();
        int recent = (int) complaints.stream().filter(at -> !at.isBefore(since)).count();
        return new Counts(recent, complaints.size(), sent.size());
    }

    private static Stream<Instant> complained(TouchOutcome outcome) {
        return outcome.complainedAt() != null
                ? Stream.of(outcome.complainedAt())
                : outcome.intent() == Intent.ANGRY_OR_COMPLAINT ? Stream.ofNullable(outcome.repliedAt()) : Stream.of();
    }
}
