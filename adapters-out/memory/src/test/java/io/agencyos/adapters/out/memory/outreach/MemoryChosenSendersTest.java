package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.ChosenSenderStories;
import io.agencyos.application.outreach.OutreachScenario;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryChosenSendersTest extends ChosenSenderStories {

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return MemoryLoopWorld.of(new FakeEmailSender(time::get), null);
    }
}
