package io.agencyos.application.outreach;

import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.campaign.enrolment.StartEnrolments;
import io.agencyos.application.campaign.enrolment.TakeUpLeads;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of leads per unit of work, so that a large campaign blocks nobody for long. */
final class StartEnrolmentsService implements StartEnrolments, TakeUpLeads {

    private static final int BATCH = 500;

    private final Engine engine;
    private final EnrolLeads enrolLeads;

    StartEnrolmentsService(Engine engine, EnrolLeads enrolLeads) {
        this.engine = engine;
        this.enrolLeads = enrolLeads;
    }

    private record Done(int enrolled, List<LeadId> page) {}

    @Override
    public int start(ClientId client, CampaignId campaign) {
        int enrolled = 0;
        @Nullable LeadId after = null;
        while (true) {
            LeadId from = after;
            Done done = engine.inTenant(client, () -> startFrom(client, campaign, from));
            enrolled += done.enrolled();
            if (done.page().size() < BATCH) {
                return enrolled;
            }
            after = done.page().getLast();
        }
    }

    private Done startFrom(ClientId client, CampaignId campaign, @Nullable LeadId after) {
        if (!isRunning(client, campaign)) {
            return new Done(0, List.of());
        }
        List<LeadId> page = engine.world().leads().leads().untouched(client, campaign, after, BATCH);
        return new Done(enrolNew(client, campaign, page), page);
    }

    @Override
    public int takeUp(ClientId client, Collection<LeadId> leads) {
        return leads.isEmpty()
                ? 0
                : engine.inTenant(client, () -> {
                    Map<CampaignId, List<LeadId>> waiting =
                            engine.world().leads().leads().findAll(client, leads).stream()
                                    .filter(lead -> lead.campaignId() != null
                                            && lead.status().isUntouched())
                                    .sorted(Comparator.comparing(
                                            lead -> lead.id().value()))
                                    .collect(Collectors.groupingBy(
                                            lead -> Objects.requireNonNull(lead.campaignId()),
                                            LinkedHashMap::new,
                                            Collectors.mapping(Lead::id, Collectors.toList())));
                    return waiting.entrySet().stream()
                            .filter(one -> isRunning(client, one.getKey()))
                            .mapToInt(one -> enrolNew(client, one.getKey(), one.getValue()))
                            .sum();
                });
    }

    private boolean isRunning(ClientId client, CampaignId campaign) {
        return engine.world()
                .campaigns()
                .find(client, campaign)
                .filter(found -> found.status() == CampaignStatus.ACTIVE)
                .isPresent();
    }

    /** Those of them who never were enrolled. */
    private int enrolNew(ClientId client, CampaignId campaign, List<LeadId> leads) {
        Map<LeadId, Enrolment> known = engine.stores().enrolments().newest(client, leads);
        return enrolLeads.enrol(
                client,
                campaign,
                leads.stream().filter(lead -> !known.containsKey(lead)).toList());
    }
}
