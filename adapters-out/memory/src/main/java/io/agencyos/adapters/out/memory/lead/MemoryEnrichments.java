package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By lead, and by person when their record was bought. */
public final class MemoryEnrichments implements Enrichments {

    private final MemoryLeads leads;
    private final MemoryTable<LeadId, Enrichment> rows;
    private final MemoryPoolPeople people;

    public MemoryEnrichments(MemoryUnitOfWork units, MemoryLeads leads, MemoryPoolPeople people) {
        this.leads = leads;
        this.people = people;
        rows = MemoryTable.<LeadId, Enrichment>ofTenants(
                        "lead_enrichment", units, Enrichment::clientId, Enrichment::lead)
                .writtenBy(Role.WORKER);
    }

    /** Of every client whom the open unit of work may see. */
    Stream<Enrichment> all() {
        return rows.rows();
    }

    @Override
    public Map<LeadId, Enrichment> of(ClientId client, Collection<LeadId> ids) {
        Map<LeadId, Enrichment> found = new HashMap<>();
        ids.forEach(
                id -> rows.find(id).filter(row -> row.clientId().equals(client)).ifPresent(row -> found.put(id, row)));
        return found;
    }

    @Override
    public void saveAll(Collection<Enrichment> enrichments) {
        enrichments.forEach(rows::put);
    }

    @Override
    public int reserved(ClientId client, Instant since) {
        return (int) rows.rows()
                .filter(row -> row.clientId().equals(client))
                .filter(row ->
                        row.credit() == Enrichment.Credit.RESERVED && !row.at().isBefore(since))
                .count();
    }

    @Override
    public List<LeadId> page(ClientId client, @Nullable CampaignId campaign, @Nullable LeadId after, int limit) {
        return of(client, campaign)
                .map(Lead::id)
                .filter(id -> after == null || id.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(LeadId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public int count(ClientId client, @Nullable CampaignId campaign) {
        return (int) of(client, campaign).count();
    }

    private Stream<Lead> of(ClientId client, @Nullable CampaignId campaign) {
        return leads.live(client).filter(lead -> campaign == null || campaign.equals(lead.campaignId()));
    }

    @Override
    public Set<PoolPersonId> boughtSince(Collection<PoolPersonId> ids, Instant since) {
        return ids.stream()
                .filter(id ->
                        people.boughtAt(id).filter(at -> !at.isBefore(since)).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public void bought(Collection<PoolPersonId> ids, Instant at) {
        ids.forEach(id -> people.bought(id, at));
    }
}
