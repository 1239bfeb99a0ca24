package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.platform.DeletedThings;
import io.agencyos.application.platform.DeletedThings.Kind;
import io.agencyos.application.platform.DeletedThingsContract;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.UUID;

class MemoryDeletedThingsTest extends DeletedThingsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryCampaigns campaigns = new MemoryCampaigns(units);
    private final MemoryLeads leads = new MemoryLeads(units);

    /** A row of a table that forgets what is deleted. */
    private record Row(ClientId client, UUID id) {}

    @Override
    protected DeletedThings things() {
        return new MemoryDeletedThings(units, campaigns, leads);
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected ClientId client() {
        return new ClientId(UUID.randomUUID());
    }

    @Override
    protected UUID made(ClientId client, Kind kind) {
        return units.inTenant(TenantScope.worker(client), () -> switch (kind) {
            case LEAD -> {
                Lead lead = Leadbook.lead(client, 1, "priya");
                leads.insertAll(List.of(lead));
                yield lead.id().value();
            }
            case CAMPAIGN -> {
                Campaign campaign = Campaignbook.active(client, PermissionMode.AUTOPILOT, Leadbook.MONDAY);
                campaigns.insert(campaign, Campaignbook.emails(campaign));
                yield campaign.id().value();
            }
            case PERSONA, CUSTOMER, WEBHOOK_ENDPOINT, LINKEDIN_SEAT -> UUID.randomUUID();
        });
    }

    @Override
    protected void delete(ClientId client, Kind kind, UUID id) {
        units.inTenant(TenantScope.worker(client), () -> {
            switch (kind) {
                case LEAD -> leads.deleteAll(client, List.of(new LeadId(id)), Leadbook.MONDAY);
                case CAMPAIGN ->
                    campaigns.update(campaigns
                            .find(client, new CampaignId(id))
                            .orElseThrow()
                            .deleted(Leadbook.MONDAY));
                case PERSONA, CUSTOMER -> removed("client_" + kind.wire(), client, id);
                case WEBHOOK_ENDPOINT, LINKEDIN_SEAT -> removed(kind.wire(), client, id);
            }
        });
    }

    /** That each store's table has this name is shown by the routes' tests, which delete by the stores. */
    private void removed(String table, ClientId client, UUID id) {
        MemoryTable<UUID, Row> rows = MemoryTable.ofTenants(table, units, Row::client, Row::id);
        rows.insert(new Row(client, id));
        rows.remove(id);
    }
}
