package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.client.PostgresSharingConsents;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversion.report.Benchmarks;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.FiguresContract;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Desk;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFiguresTest extends FiguresContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected Benchmarks sharing(ClientId client, Figures figures) {
        database.unitOfWork()
                .inTenant(
                        TenantScope.worker(client),
                        () -> new PostgresSharingConsents().say(client, true, Instant.parse("2026-01-01T00:00:00Z")));
        return new PostgresBenchmarks();
    }
}
