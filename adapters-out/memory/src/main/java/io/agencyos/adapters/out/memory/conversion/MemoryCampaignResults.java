package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.suggest.CampaignResults;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversion.evolve.CampaignResult;
import io.agencyos.domain.conversion.evolve.CampaignResult.Reach;
import io.agencyos.domain.conversion.evolve.PlannedMix;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same counts, by walking the facts. */
public final class MemoryCampaignResults implements CampaignResults {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration RECENT = Duration.ofDays(28);
    private static final Duration KNOWN = Duration.ofDays(56);

    private final MemoryLearningFacts facts;
    private final LearningTables tables;

    public MemoryCampaignResults(MemoryLearningFacts facts, LearningTables tables) {
        this.facts = facts;
        this.tables = tables;
    }

    @Override
    public long conversions(ClientId client, Instant matured) {
        return ofAYear(client, matured).filter(LeadFact::converted).count();
    }

    @Override
    public List<CampaignResult> active(ClientId client, Instant matured) {
        List<LeadFact> leads = ofAYear(client, matured).toList();
        Set<LeadId> replied = tables.replies().list(client, Replies.Filter.ALL, null, Integer.MAX_VALUE).stream()
                .map(Reply::leadId)
                .collect(Collectors.toSet());
        return tables.campaigns().all(client).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .sorted(Comparator.comparing(Campaign::name)
                        .thenComparing(campaign -> campaign.id().text()))
                .map(campaign -> result(
                        campaign,
                        leads.stream()
                                .filter(lead -> lead.campaign().equals(campaign.id()))
                                .toList(),
                        replied,
                        matured))
                .toList();
    }

    @Override
    public List<PlannedMix> mixes(ClientId client, Instant matured) {
        Map<List<Channel>, List<LeadFact>> byPlan = ofAYear(client, matured)
                .filter(lead -> !lead.plan().isEmpty())
                .collect(Collectors.groupingBy(LeadFact::plan));
        return byPlan.entrySet().stream()
                .map(each -> new PlannedMix(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream().filter(LeadFact::converted).count()))
                .toList();
    }

    private Stream<LeadFact> ofAYear(ClientId client, Instant matured) {
        return facts.leadsOf(client, new LearningFacts.Span(matured.minus(YEAR), matured));
    }

    @Override
    public Map<CampaignId, Reached> reached(ClientId client, Instant from, Instant until) {
        List<Reply> replies = tables.replies().list(client, Replies.Filter.ALL, null, Integer.MAX_VALUE);
        Map<LeadId, SentLog.Sent> first = new HashMap<>();
        tables.sent().touches(client).stream()
                .map(SentTouch::sent)
                .filter(sent -> sent.touch().origin() == TouchOrigin.SEQUENCE && !sent.test())
                .sorted(Comparator.comparing(SentLog.Sent::at)
                        .thenComparing(sent -> sent.touch().id().text()))
                .forEach(sent -> first.putIfAbsent(sent.touch().leadId(), sent));
        return first.values().stream()
                .filter(sent -> !sent.at().isBefore(from) && sent.at().isBefore(until))
                .collect(Collectors.toMap(
                        sent -> sent.touch().campaignId(),
                        sent -> {
                            LeadId lead = sent.touch().leadId();
                            return new Reached(
                                    1,
                                    replies.stream()
                                                    .anyMatch(reply ->
                                                            reply.leadId().equals(lead)
                                                                    && reply.receivedAt()
                                                                            .isBefore(until))
                                            ? 1
                                            : 0,
                                    tables.outcomes()
                                                    .of(client, lead)
                                                    .anyMatch(entry -> entry.kind()
                                                                    == MeetingOutcomes.Kind.MEETING_BOOKED
                                                            && entry.at().isBefore(until))
                                            ? 1
                                            : 0);
                        },
                        Reached::plus));
    }

    private static CampaignResult result(
            Campaign campaign, List<LeadFact> leads, Set<LeadId> replied, Instant matured) {
        Instant recent = matured.minus(RECENT);
        Instant known = matured.minus(KNOWN);
        return new CampaignResult(
                campaign.id(),
                campaign.name(),
                new CampaignResult.Target(
                        campaign.target().industries(),
                        campaign.target().titles(),
                        campaign.target().companySizes(),
                        campaign.target().locations()),
                leads.size(),
                reach(leads, replied).replied(),
                leads.stream().filter(LeadFact::converted).count(),
                reach(
                        leads.stream()
                                .filter(lead -> !lead.firstTouch().isBefore(recent))
                                .toList(),
                        replied),
                reach(
                        leads.stream()
                                .filter(lead -> lead.firstTouch().isBefore(recent)
                                        && !lead.firstTouch().isBefore(known))
                                .toList(),
                        replied));
    }

    private static Reach reach(List<LeadFact> leads, Set<LeadId> replied) {
        return new Reach(
                leads.size(),
                leads.stream().filter(lead -> replied.contains(lead.lead())).count());
    }
}
