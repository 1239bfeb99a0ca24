package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.resource.MemorySeatConnections;
import io.agencyos.adapters.out.memory.resource.MemorySeatUsage;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.application.outreach.ConservationContract;
import io.agencyos.application.outreach.LinkedInBook;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.TextBook;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

class MemoryConservationTest extends ConservationContract {

    private FakeEmailSender mail = new FakeEmailSender(() -> Instant.EPOCH);
    private FakeSmsSender texts = new FakeSmsSender(() -> Instant.EPOCH, Set.of(TextBook.OURS));
    private FakeVoiceCaller calls = new FakeVoiceCaller(() -> Instant.EPOCH);
    private FakeLinkedIn seat = new FakeLinkedIn(() -> Instant.EPOCH, Set.of(LinkedInBook.ACCOUNT));

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        mail = new FakeEmailSender(time::get);
        texts = new FakeSmsSender(time::get, Set.of(TextBook.OURS));
        calls = new FakeVoiceCaller(time::get);
        seat = new FakeLinkedIn(time::get, Set.of(LinkedInBook.ACCOUNT));
        TextBook book = new TextBook(texts);
        OutreachScenario.World world = MemoryLoopWorld.of(mail, book);
        MemoryUnitOfWork units = (MemoryUnitOfWork) world.units();
        CallBook made = new MemoryCallBook(units, (MemoryTouches) world.stores().touches());
        book.calling(calls, made, new MemoryCallArchive(units, made));
        return world.with(new LinkedInBook(
                units,
                new MemorySeats(units),
                new MemorySeatConnections(units),
                new MemorySeatUsage((MemoryQuotas) world.stores().quotas()),
                seat,
                new MemoryContactRefs(units)));
    }

    @Override
    protected int leads() {
        return 12;
    }

    @Override
    protected void trouble(Channel channel, Random chance) {
        FakeChannel.Fault fault = FakeChannel.Fault.values()[chance.nextInt(FakeChannel.Fault.values().length)];
        switch (channel) {
            case EMAIL -> mail.failNext(FakeEmailSender.Fault.valueOf(fault.name()));
            case SMS -> texts.failNext(fault);
            case VOICE -> calls.failNext(fault);
            case LINKEDIN -> seat.failNext(fault);
            case MAIL -> throw new AssertionError("nobody posts here");
        }
    }

    @Override
    protected List<String> reached() {
        return Stream.of(
                        mail.deliveries().stream().map(one -> one.email().idempotencyKey()),
                        texts.contacts().stream().map(one -> one.command().idempotencyKey()),
                        calls.contacts().stream().map(one -> one.command().idempotencyKey()),
                        seat.contacts().stream()
                                .filter(one -> one.command().kind() != TouchKind.LI_VIEW)
                                .map(one -> one.command().idempotencyKey()))
                .flatMap(keys -> keys)
                .toList();
    }
}
