package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.memory.outreach.FakeChannel;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.FakePostOffice;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.PostLoopContract;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.domain.lead.Lead;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPostLoopTest extends PostLoopContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private FakePostOffice office = new FakePostOffice(() -> Instant.EPOCH);

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        office = new FakePostOffice(time::get);
        OutreachScenario.World world = OutreachOnPostgres.world(database, time::get, new FakeEmailSender(time::get));
        return world.with(ports(new PostgresPostBook(), office, new PostgresChannelAddresses(), world));
    }

    @Override
    protected void forget(OutreachScenario scenario, Lead lead) {
        Db.update("update lead_profile set postal_checked_at = null where client_id = :client and lead_id = :lead")
                .bind("client", lead.clientId())
                .bind("lead", lead.id())
                .execute();
    }

    @Override
    protected PostPieces pieces() {
        return new PostgresPostPieces();
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
