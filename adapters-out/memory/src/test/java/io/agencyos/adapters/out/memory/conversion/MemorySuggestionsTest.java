package io.agencyos.adapters.out.memory.conversion;

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

class MemorySuggestionsTest extends SuggestionsContract {

    private final MemoryDesk memory = new MemoryDesk();
    private final LearningPorts ports = memory.learning();
    private final SuggestionPorts suggestions = memory.suggestions();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return memory.desk(time);
    }

    @Override
    protected LearningPorts learning() {
        return ports;
    }

    @Override
    protected ChannelPlans plans() {
        return memory.plans();
    }

    @Override
    protected LearningSettingsStore settings() {
        return memory.settings();
    }

    @Override
    protected Experiments experiments() {
        return memory.experiments();
    }

    @Override
    protected SuggestionPorts ports() {
        return suggestions;
    }

    @Override
    protected ConsentDeclarations declarations() {
        return memory.declarations();
    }
}
