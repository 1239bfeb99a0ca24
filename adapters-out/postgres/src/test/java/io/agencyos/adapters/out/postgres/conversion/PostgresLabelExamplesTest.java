package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.conversation.PostgresTouchOutcomes;
import io.agencyos.adapters.out.postgres.outreach.PostgresChannelPlans;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.conversion.learning.LabelExamplesContract;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLabelExamplesTest extends LabelExamplesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected LearningPorts learning() {
        return LearningOnPostgres.ports(desk(), ids());
    }

    @Override
    protected ChannelPlans plans() {
        return new PostgresChannelPlans();
    }

    @Override
    protected TouchOutcomes touchOutcomes() {
        return new PostgresTouchOutcomes();
    }
}
