package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.conversion.EverywhereContract;
import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryEverywhereTest extends EverywhereContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    @Override
    protected Everywhere everywhere() {
        OutreachWorld world = desk().world().world();
        return new MemoryEverywhere(new MemoryEverywhere.Tables(
                world.clients(),
                (MemoryLeads) world.leads().leads(),
                (MemoryCampaigns) world.campaigns(),
                (MemoryReplies) desk().replies(),
                (MemoryMeetings) desk().meetings(),
                (MemoryActivities) world.activities(),
                (MemorySentLog) desk().world().stores().sentLog()));
    }
}
