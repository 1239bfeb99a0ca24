package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.outlook.Irregularities;
import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at one lead and one campaign after the other. */
public final class MemoryIrregularities implements Irregularities {

    private final MemoryEnrolments enrolments;
    private final Leads leads;
    private final MemoryGateLog log;

    public MemoryIrregularities(MemoryEnrolments enrolments, Leads leads, MemoryGateLog log) {
        this.enrolments = enrolments;
        this.leads = leads;
        this.log = log;
    }

    @Override
    public Map<CampaignId, Conservation> sums(ClientId client) {
        Map<CampaignId, Conservation> sums = new LinkedHashMap<>();
        enrolments.states(client).keySet().stream()
                .sorted(Comparator.comparing(CampaignId::text))
                .forEach(campaign -> sums.put(campaign, enrolments.conservation(client, campaign)));
        return sums;
    }

    @Override
    public List<Stuck> stuck(ClientId client, Patience patience, int limit) {
        return enrolments
                .unfinished()
                .filter(run -> run.clientId().equals(client))
                .filter(run -> run.state() == EnrolmentState.PENDING || run.state() == EnrolmentState.ACTIVE)
                .sorted(Comparator.comparing((Enrolment run) -> run.leadId().text()))
                .flatMap(run -> leads.find(client, run.leadId()).flatMap(this::standing).stream())
                .filter(stuck ->
                        stuck.times() > patience.times() || stuck.since().isBefore(patience.before()))
                .limit(limit)
                .toList();
    }

    private Optional<Stuck> standing(Lead lead) {
        Lead.Block block = lead.block();
        if (block == null || lead.deletedAt() != null) {
            return Optional.empty();
        }
        Instant contacted = Objects.requireNonNullElse(lead.history().lastTouchAt(), Instant.MIN);
        List<Instant> said = Stream.of(lead)
                .flatMap(one -> log.about(one.clientId(), one.id()))
                .filter(kept -> block.code().equals(kept.code()) && kept.gateClass() == GateClass.DEFER)
                .map(GateLog.Kept::at)
                .filter(at -> at.isAfter(contacted))
                .sorted()
                .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stuck(lead.id(), block.code(), said.size(), said.getFirst()));
    }
}
