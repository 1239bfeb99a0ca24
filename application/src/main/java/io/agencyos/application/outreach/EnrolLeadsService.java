package io.agencyos.application.outreach;

import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One enrolment per lead and one pending row per step, for all leads in a handful of statements. Source: outreach 2.6, 3.4. */
final class EnrolLeadsService implements EnrolLeads {

    private final Engine engine;
    private final ChannelPlanner planner;

    EnrolLeadsService(Engine engine, ChannelPlanner planner) {
        this.engine = engine;
        this.planner = planner;
    }

    @Override
    public int enrol(ClientId client, CampaignId campaignId, Collection<LeadId> leads) {
        if (leads.isEmpty()) {
            return 0;
        }
        Set<LeadId> already = engine.stores().enrolments().enrolled(client, leads);
        return start(
                client,
                campaignId,
                engine.world().leads().leads().findAll(client, leads).stream()
                        .filter(lead -> !already.contains(lead.id()))
                        .toList(),
                Map.of());
    }

    @Override
    public int enrolNew(ClientId client, CampaignId campaignId, Collection<Lead> leads) {
        return start(client, campaignId, leads, Map.of());
    }

    @Override
    public int enrolNew(
            ClientId client, CampaignId campaignId, Collection<Lead> leads, Map<LeadId, Instant> notBefore) {
        return start(client, campaignId, leads, notBefore);
    }

    private int start(ClientId client, CampaignId campaignId, Collection<Lead> leads, Map<LeadId, Instant> notBefore) {
        Optional<Campaign> campaign = engine.world().campaigns().find(client, campaignId);
        Optional<Sequence> sequence = campaign.flatMap(found -> engine.world()
                .campaigns()
                .sequence(client, campaignId, found.sequence().version()));
        if (sequence.isEmpty()) {
            return 0;
        }
        Instant now = engine.clock().now();
        List<Enrolment> enrolments = leads.stream()
                .filter(EnrolLeadsService::alive)
                // the order in which stores answer is their own; who was first stays first
                .sorted(Comparator.comparing(lead -> lead.id().value()))
                .map(lead -> enrolment(lead, campaignId, sequence.get(), notBefore.getOrDefault(lead.id(), now), now))
                .toList();
        List<EnrolmentStep> steps = enrolments.stream()
                .flatMap(enrolment -> sequence.get().steps().stream()
                        .map(step -> new EnrolmentStep(
                                client,
                                enrolment.id(),
                                step.stepNo(),
                                EnrolmentStep.Outcome.PENDING,
                                null,
                                null,
                                null)))
                .toList();
        if (!enrolments.isEmpty()) {
            engine.stores().enrolments().insertAll(enrolments, steps);
            planner.record(client, campaign.get(), leads, enrolments, now);
        }
        return enrolments.size();
    }

    /** A dead lead is not started at all; one without a score waits for it at the gate. */
    private static boolean alive(Lead lead) {
        return lead.score() == null || lead.score().tier() != Tier.DEAD;
    }

    private Enrolment enrolment(Lead lead, CampaignId campaign, Sequence sequence, Instant due, Instant now) {
        return new Enrolment(
                new EnrolmentId(engine.ids().next()),
                lead.clientId(),
                lead.id(),
                campaign,
                sequence.version(),
                EnrolmentState.PENDING,
                null,
                0,
                null,
                1,
                due,
                null,
                null,
                null,
                null,
                now,
                null,
                null,
                0);
    }
}
