package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.DraftStories;
import io.agencyos.application.outreach.OutreachScenario;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryDraftTest extends DraftStories {

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return MemoryLoopWorld.of(new FakeEmailSender(time::get), null);
    }
}
