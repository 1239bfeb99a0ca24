package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.enrichment.ProfileReads;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads beside the leads, in the order of the enrolments that are due. */
public final class MemoryProfileReads implements ProfileReads {

    private record Read(ClientId client, LeadId lead, Instant at) {}

    private final MemoryTable<LeadId, Read> reads;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final Leads leads;

    public MemoryProfileReads(MemoryUnitOfWork units, Campaigns campaigns, Enrolments enrolments, Leads leads) {
        this.reads = MemoryTable.ofTenants("lead.profile_read_at", units, Read::client, Read::lead);
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.leads = leads;
    }

    @Override
    public List<LeadId> due(ClientId client, Instant dueBefore, Instant readBefore, int limit) {
        return campaigns.all(client).stream()
                .map(Campaign::id)
                .flatMap(campaign ->
                        enrolments.findAll(client, enrolments.live(client, campaign, null, Integer.MAX_VALUE)).stream())
                .filter(enrolment -> isDue(enrolment, dueBefore))
                .sorted(Comparator.comparing((Enrolment enrolment) -> Objects.requireNonNull(enrolment.nextDueAt()))
                        .thenComparing(enrolment -> enrolment.leadId().text()))
                .map(Enrolment::leadId)
                .filter(lead -> reads.find(lead)
                        .map(read -> read.at().isBefore(readBefore))
                        .orElse(true))
                .filter(lead -> leads.find(client, lead)
                        .filter(MemoryProfileReads::hasPage)
                        .isPresent())
                .limit(limit)
                .toList();
    }

    private static boolean isDue(Enrolment enrolment, Instant dueBefore) {
        boolean running = enrolment.state() == EnrolmentState.PENDING || enrolment.state() == EnrolmentState.ACTIVE;
        return running && enrolment.nextDueAt() != null && enrolment.nextDueAt().isBefore(dueBefore);
    }

    private static boolean hasPage(Lead lead) {
        LinkedInUrl page = lead.contact().linkedIn();
        return lead.deletedAt() == null && page != null && page.page() == LinkedInUrl.Page.PERSON;
    }

    @Override
    public void read(ClientId client, Collection<LeadId> all, Instant at) {
        all.forEach(lead -> reads.put(new Read(client, lead, at)));
    }
}
