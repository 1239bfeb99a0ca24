package io.agencyos.adapters.out.postgres.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.scoring.PostgresLeadScores;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.lead.store.LeadImports;
import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueriesContract;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeadQueriesTest extends LeadQueriesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final PostgresSuppressions suppressions = new PostgresSuppressions("salt");

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }

    @Override
    protected LeadImports imports() {
        return new PostgresLeadImports();
    }

    @Override
    protected Campaigns campaigns() {
        return new PostgresCampaigns(UUID::randomUUID);
    }

    @Override
    protected LeadScores scores() {
        return new PostgresLeadScores();
    }

    @Override
    protected LeadQueries queries() {
        return new PostgresLeadQueries();
    }

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }

    @Override
    protected LeadMarks marks() {
        return new PostgresLeadMarks(suppressions);
    }

    @Override
    protected void forgetNames() {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate("update lead_score set missing = null where missing is not null"))
                    .isPositive();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
