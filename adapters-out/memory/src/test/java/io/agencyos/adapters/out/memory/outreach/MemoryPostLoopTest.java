package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.PostLoopContract;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.domain.lead.Lead;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class MemoryPostLoopTest extends PostLoopContract {

    private FakePostOffice office = new FakePostOffice(() -> Instant.EPOCH);
    private PostPieces pieces = PostPieces.NONE;

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        office = new FakePostOffice(time::get);
        OutreachScenario.World world = MemoryLoopWorld.of(new FakeEmailSender(time::get), null);
        MemoryUnitOfWork units = (MemoryUnitOfWork) world.units();
        pieces = new MemoryPostPieces(
                units,
                (MemoryTouches) world.stores().touches(),
                world.world().leads().leads(),
                world.stores().enrolments());
        return world.with(ports(new MemoryPostBook(units), office, new MemoryChannelAddresses(units), world));
    }

    @Override
    protected void forget(OutreachScenario scenario, Lead lead) {
        ((MemoryPostBook) scenario.on().post().book()).forget(lead.id());
    }

    @Override
    protected PostPieces pieces() {
        return pieces;
    }

    @Override
    protected List<String> posted() {
        return office.posted().stream()
                .map(piece -> piece.command().idempotencyKey())
                .toList();
    }

    @Override
    protected void costs(long cents) {
        office.costs(cents);
    }

    @Override
    protected void failNext(Fault... faults) {
        office.failNext(Arrays.stream(faults)
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
        office.stallNext(work);
    }

    @Override
    protected List<PostCommand> letters() {
        return office.contacts().stream().map(FakeChannel.Contact::command).toList();
    }
}
