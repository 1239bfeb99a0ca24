package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.OutreachLoopContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.platform.flow.store.SendBacklog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class MemoryOutreachLoopTest extends OutreachLoopContract {

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        return MemoryLoopWorld.of(sender, null);
    }

    @Override
    protected void failNext(Fault... faults) {
        sender.failNext(Arrays.stream(faults)
                .map(fault -> switch (fault) {
                    case REQUEST_LOST -> FakeEmailSender.Fault.DROP_BEFORE_ACCEPT;
                    case ANSWER_LOST -> FakeEmailSender.Fault.DROP_AFTER_ACCEPT;
                    case UNREACHABLE -> FakeEmailSender.Fault.UNREACHABLE;
                    case RATE_LIMITED -> FakeEmailSender.Fault.RATE_LIMITED;
                    case UNAUTHORIZED -> FakeEmailSender.Fault.UNAUTHORIZED;
                    case RECIPIENT_REFUSED -> FakeEmailSender.Fault.REJECT_RECIPIENT;
                    case LOOKUP_DOWN -> FakeEmailSender.Fault.LOOKUP_DOWN;
                })
                .toArray(FakeEmailSender.Fault[]::new));
    }

    @Override
    protected DueWork dueWork(OutreachScenario.World world) {
        return new MemoryDueWork(
                world.world().clients(),
                world.world().campaigns(),
                world.stores().enrolments(),
                world.stores().touches(),
                world.stores().approvals());
    }

    @Override
    protected void meanwhile(Runnable work) {
        sender.stallNext(work);
    }

    @Override
    protected List<EmailCommand> mails() {
        return sender.deliveries().stream().map(FakeEmailSender.Delivery::email).toList();
    }

    @Override
    protected SendBacklog backlog(OutreachScenario.World world) {
        return new MemorySendBacklog(
                world.world().clients(), (MemoryTouches) world.stores().touches());
    }
}
