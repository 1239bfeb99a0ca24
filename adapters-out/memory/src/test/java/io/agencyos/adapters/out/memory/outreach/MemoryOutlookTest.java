package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.outreach.OutlookContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.outlook.Outlooks;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryOutlookTest extends OutlookContract {

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return MemoryLoopWorld.of(new FakeEmailSender(time::get), null);
    }

    @Override
    protected Outlooks outlooks(OutreachScenario.World on) {
        return new MemoryOutlooks(
                on.world().clients(),
                on.world().campaigns(),
                (MemoryLeads) on.world().leads().leads(),
                (MemoryEnrolments) on.stores().enrolments(),
                on.stores().touches());
    }
}
