package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.ClientStoresContract;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.scoring.tier.CostFloors;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresClientStoresTest extends ClientStoresContract {

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
    protected Campaigns campaigns() {
        return new PostgresCampaigns(UUID::randomUUID);
    }

    @Override
    protected void platformFloors(CostFloors floors) {
        database.unitOfWork()
                .onPlatform(() -> Db.update("""
                    update platform_setting set value = cast(v.value as jsonb)
                      from (values ('voice_min_als', :voice), ('sms_min_als', :sms), ('mail_min_als', :mail)) as v(key, value)
                     where platform_setting.key = v.key
                    """)
                        .bind("voice", Integer.toString(floors.voice()))
                        .bind("sms", Integer.toString(floors.sms()))
                        .bind("mail", Integer.toString(floors.mail()))
                        .execute());
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }
}
