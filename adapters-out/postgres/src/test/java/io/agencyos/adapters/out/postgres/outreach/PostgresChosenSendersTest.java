package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.outreach.ChosenSenderStories;
import io.agencyos.application.outreach.OutreachScenario;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresChosenSendersTest extends ChosenSenderStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return OutreachOnPostgres.world(database, time::get, new FakeEmailSender(time::get));
    }
}
