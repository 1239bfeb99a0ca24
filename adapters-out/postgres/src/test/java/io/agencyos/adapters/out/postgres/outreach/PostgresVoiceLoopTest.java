package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.memory.outreach.FakeChannel;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.FakeSmsSender;
import io.agencyos.adapters.out.memory.outreach.FakeVoiceCaller;
import io.agencyos.adapters.out.postgres.allocation.PostgresPacingBook;
import io.agencyos.adapters.out.postgres.conversation.PostgresTaskBoard;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.outreach.CallKnowledgeStories;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.TextBook;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.outreach.store.RecallBook;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

@Order(1) // long: with the first
class PostgresVoiceLoopTest extends CallKnowledgeStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private FakeEmailSender mail = new FakeEmailSender(() -> Instant.EPOCH);
    private FakeVoiceCaller caller = new FakeVoiceCaller(() -> Instant.EPOCH);

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        caller = new FakeVoiceCaller(time::get);
        TextBook book = new TextBook(new FakeSmsSender(time::get, Set.of(TextBook.OURS)));
        book.calling(caller, new PostgresCallBook(), new PostgresCallArchive()).knowing(new PostgresKnowledgeBook());
        mail = new FakeEmailSender(time::get);
        return OutreachOnPostgres.world(database, time::get, mail, book);
    }

    @Override
    protected void failNext(Fault... faults) {
        caller.failNext(Arrays.stream(faults)
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
        caller.stallNext(work);
    }

    @Override
    protected List<VoiceCommand> dials() {
        return caller.contacts().stream().map(FakeChannel.Contact::command).toList();
    }

    @Override
    protected List<VoiceScript> scripts() {
        return caller.scripts();
    }

    @Override
    protected TaskBoard board(OutreachScenario.World world) {
        return new PostgresTaskBoard();
    }

    @Override
    protected void unprepared() {
        caller.unprepared();
    }

    @Override
    protected RecallBook recalls() {
        return new PostgresRecallBook();
    }

    @Override
    protected List<EmailAddress> recalled() {
        return mail.recalled();
    }

    @Override
    protected boolean forbidden(Lead lead) {
        return mail.isSuppressed(
                lead.clientId(), Objects.requireNonNull(lead.contact().email()));
    }

    @Override
    protected void recallsFail(int count) {
        mail.failRecalls(count);
    }

    @Override
    protected List<String> hungUp() {
        return caller.hungUp();
    }

    @Override
    protected void removalFails() {
        caller.keepNext();
    }

    @Override
    protected PacingBook pacing(OutreachScenario.World world) {
        return new PostgresPacingBook();
    }
}
