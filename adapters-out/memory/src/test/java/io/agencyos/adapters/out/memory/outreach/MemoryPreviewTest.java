package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.PreviewStories;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryPreviewTest extends PreviewStories {

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return MemoryLoopWorld.of(new FakeEmailSender(time::get), null);
    }
}
