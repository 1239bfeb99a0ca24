package io.agencyos.adapters.out.postgres.content;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.content.SpendLedgerContract;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.content.budget.AiCost;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSpendLedgerTest extends SpendLedgerContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Override
    protected SpendLedger ledger() {
        return new PostgresSpendLedger();
    }

    @Override
    protected Breakers breakers() {
        return new PostgresBreakers();
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(UUID::randomUUID);
    }

    @Override
    protected void platformCap(AiCost cap) {
        database.unitOfWork()
                .onPlatform(() -> Db.update("""
                    update platform_setting set value = cast(:cap as jsonb) where key = 'ai_daily_spend_limit_aud'
                    """)
                        .bind("cap", cap.toDollars().toPlainString())
                        .execute());
    }
}
