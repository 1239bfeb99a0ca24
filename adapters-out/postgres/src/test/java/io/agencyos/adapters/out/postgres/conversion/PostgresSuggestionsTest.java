package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.campaign.PostgresConsentDeclarations;
import io.agencyos.adapters.out.postgres.outreach.PostgresChannelPlans;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.store.ConsentDeclarations;
import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.conversion.suggest.SuggestionPorts;
import io.agencyos.application.conversion.suggest.SuggestionsContract;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSuggestionsTest extends SuggestionsContract {

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
    protected LearningSettingsStore settings() {
        return new PostgresLearningSettings();
    }

    @Override
    protected Experiments experiments() {
        return new PostgresExperiments();
    }

    @Override
    protected SuggestionPorts ports() {
        return new SuggestionPorts(
                new PostgresSuggestions(),
                new PostgresCampaignResults(),
                new PostgresPatterns(),
                desk().world().world().clients(),
                desk().world().world().campaigns(),
                settings());
    }

    @Override
    protected ConsentDeclarations declarations() {
        return new PostgresConsentDeclarations();
    }
}
