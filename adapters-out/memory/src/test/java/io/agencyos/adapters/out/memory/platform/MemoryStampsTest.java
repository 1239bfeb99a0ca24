package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemoryTaskBoard;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.outreach.MemoryApprovals;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.application.shared.Stamps;
import io.agencyos.application.shared.StampsContract;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class MemoryStampsTest extends StampsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork(clock);
    private final Rows rows = new Rows(
            new MemoryClients(units),
            new MemoryCampaigns(units),
            new MemoryReplies(units, new MemoryThreads(units, new MemorySentLog(units, UUID::randomUUID))),
            new MemoryMeetings(units),
            new MemorySuppressions(units),
            new MemorySeats(units),
            new MemoryApprovals(units),
            new MemoryTaskBoard(new MemoryTasks(units)),
            new MemoryWebhookEndpoints(units));

    @Override
    protected Stamps stamps() {
        return new MemoryStamps(units);
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Rows rows() {
        return rows;
    }

    @Override
    protected ClientId client() {
        return new ClientId(UUID.randomUUID());
    }
}
