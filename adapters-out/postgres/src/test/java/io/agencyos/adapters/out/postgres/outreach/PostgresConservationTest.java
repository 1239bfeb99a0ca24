package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.memory.outreach.FakeChannel;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.FakeLinkedIn;
import io.agencyos.adapters.out.memory.outreach.FakeSmsSender;
import io.agencyos.adapters.out.memory.outreach.FakeVoiceCaller;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.outreach.ConservationContract;
import io.agencyos.application.outreach.LinkedInBook;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.TextBook;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresConservationTest extends ConservationContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

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
        book.calling(calls, new PostgresCallBook(), new PostgresCallArchive());
        return OutreachOnPostgres.world(database, time::get, mail, book)
                .with(new LinkedInBook(
                        database.unitOfWork(),
                        new PostgresSeats(),
                        new PostgresSeatConnections(),
                        new PostgresSeatUsage(),
                        seat,
                        new PostgresContactRefs()));
    }

    @Override
    protected int leads() {
        return 8;
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
