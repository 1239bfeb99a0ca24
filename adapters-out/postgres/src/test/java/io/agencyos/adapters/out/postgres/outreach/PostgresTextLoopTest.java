package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.memory.outreach.FakeChannel;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.FakeSmsSender;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

@Order(1) // long: with the first
class PostgresTextLoopTest extends TextLoopContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private FakeEmailSender mail = new FakeEmailSender(() -> Instant.EPOCH);
    private FakeSmsSender sender = new FakeSmsSender(() -> Instant.EPOCH, Set.of(TextBook.OURS));

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        sender = new FakeSmsSender(time::get, Set.of(TextBook.OURS));
        mail = new FakeEmailSender(time::get);
        return OutreachOnPostgres.world(database, time::get, mail, new TextBook(sender).resting(rests()));
    }

    @Override
    protected StopConfirmations stops() {
        return new PostgresStopConfirmations();
    }

    @Override
    protected NumberRests rests() {
        return new PostgresNumberRests();
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
