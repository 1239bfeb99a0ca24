package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.TextBook;
import io.agencyos.application.outreach.TextLoopContract;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.application.outreach.store.StopConfirmations;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

class MemoryTextLoopTest extends TextLoopContract {

    private FakeEmailSender mail = new FakeEmailSender(() -> Instant.EPOCH);
    private FakeSmsSender sender = new FakeSmsSender(() -> Instant.EPOCH, Set.of(TextBook.OURS));

    private StopConfirmations stops = StopConfirmations.NONE;
    private NumberRests rests = NumberRests.NONE;

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        sender = new FakeSmsSender(time::get, Set.of(TextBook.OURS));
        mail = new FakeEmailSender(time::get);
        TextBook texts = new TextBook(sender);
        OutreachScenario.World world = MemoryLoopWorld.of(mail, texts);
        MemoryUnitOfWork units = (MemoryUnitOfWork) world.units();
        stops = new MemoryStopConfirmations(units);
        rests = new MemoryNumberRests(units);
        texts.resting(rests);
        return world;
    }

    @Override
    protected StopConfirmations stops() {
        return stops;
    }

    @Override
    protected NumberRests rests() {
        return rests;
    }

    @Override
    protected List<EmailCommand> mails() {
        return mail.deliveries().stream().map(FakeEmailSender.Delivery::email).toList();
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
    protected void whileLookedUp(Runnable work) {
        sender.stallNextLookup(work);
    }

    @Override
    protected List<SmsCommand> texts() {
        return sender.contacts().stream().map(FakeChannel.Contact::command).toList();
    }
}
