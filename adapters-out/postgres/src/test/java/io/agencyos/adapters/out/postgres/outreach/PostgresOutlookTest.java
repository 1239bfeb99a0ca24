package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.outreach.OutlookContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.outlook.Irregularities;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.outlook.ShowCompliance;
import io.agencyos.application.outreach.recording.CallBook;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutlookTest extends OutlookContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return OutreachOnPostgres.world(database, time::get, new FakeEmailSender(time::get));
    }

    @Override
    protected CallBook calls(OutreachScenario.World world) {
        return new PostgresCallBook();
    }

    @Override
    protected Outlooks outlooks(OutreachScenario.World world) {
        return new PostgresOutlooks();
    }

    @Override
    protected Irregularities irregularities(OutreachScenario.World world) {
        return new PostgresIrregularities();
    }

    @Override
    protected ShowCompliance.Sources sources(OutreachScenario.World on) {
        return new ShowCompliance.Sources(
                on.world().leads().leads(),
                new PostgresConsents(),
                on.world().leads().suppressions(),
                on.stores().touches(),
                new PostgresPhoneWashes());
    }
}
