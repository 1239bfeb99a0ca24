package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryProfileReads;
import io.agencyos.adapters.out.memory.resource.MemorySeatConnections;
import io.agencyos.adapters.out.memory.resource.MemorySeatTries;
import io.agencyos.adapters.out.memory.resource.MemorySeatUsage;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.application.lead.enrichment.ProfileReads;
import io.agencyos.application.outreach.LinkedInBook;
import io.agencyos.application.outreach.LinkedInLoopContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

class MemoryLinkedInLoopTest extends LinkedInLoopContract {

    private FakeLinkedIn sender = new FakeLinkedIn(() -> Instant.EPOCH, Set.of(LinkedInBook.ACCOUNT, SECOND));

    private @Nullable ProfileReads reads;

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        sender = new FakeLinkedIn(time::get, Set.of(LinkedInBook.ACCOUNT, SECOND));
        OutreachScenario.World world = MemoryLoopWorld.of(new FakeEmailSender(time::get), null);
        MemoryUnitOfWork units = (MemoryUnitOfWork) world.units();
        return world.with(new LinkedInBook(
                units,
                new MemorySeats(units),
                new MemorySeatConnections(units),
                new MemorySeatUsage((MemoryQuotas) world.stores().quotas()),
                sender,
                new MemoryContactRefs(units)));
    }

    @Override
    protected ProfileReads reads(OutreachScenario.World world) {
        if (reads == null) {
            reads = new MemoryProfileReads(
                    (MemoryUnitOfWork) world.units(),
                    world.world().campaigns(),
                    world.stores().enrolments(),
                    world.world().leads().leads());
        }
        return reads;
    }

    @Override
    protected SeatTries tries(OutreachScenario.World world) {
        return new MemorySeatTries((MemoryTouches) world.stores().touches(), (MemoryCallLog)
                world.stores().callLog());
    }

    @Override
    protected void failNext(Fault... faults) {
        sender.failNext(Arrays.stream(faults)
                .map(fault -> switch (fault) {
                    case REQUEST_LOST -> FakeChannel.Fault.DROP_BEFORE_ACCEPT;
                    case ANSWER_LOST -> FakeChannel.Fault.DROP_AFTER_ACCEPT;
                    case UNREACHABLE -> FakeChannel.Fault.UNREACHABLE;
                    case RATE_LIMITED -> FakeChannel.Fault.RATE_LIMITED;
                    case UNAUTHORIZED -> FakeChannel.Fault.UNAUTHORIZED;
                    case RECIPIENT_REFUSED -> FakeChannel.Fault.REJECT_RECIPIENT;
                    case LOOKUP_DOWN -> FakeChannel.Fault.LOOKUP_DOWN;
                })
                .toArray(FakeChannel.Fault[]::new));
    }

    @Override
    protected void meanwhile(Runnable work) {
        sender.stallNext(work);
    }

    @Override
    protected List<Done> acts() {
        return sender.contacts().stream()
                .map(contact -> new Done(contact.at(), contact.command()))
                .toList();
    }

    @Override
    protected void befriend(LinkedInUrl page) {
        sender.accept(page, Instant.EPOCH);
    }

    @Override
    protected void invitesByHand(int people) {
        sender.invitedByHand(people);
    }
}
