package io.agencyos.application.testing;

import io.agencyos.application.scoring.ScoringChoices;
import io.agencyos.application.scoring.ShowWeights;
import io.agencyos.application.scoring.WeightSets;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.WeightSet;
import io.agencyos.domain.scoring.WeightsSource;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;

/** Clients of scenarios that never had weights of their own: the product's are in force. */
public final class DefaultWeights implements WeightSets, ScoringChoices {

    @Override
    public List<WeightSet> of(ClientId client) {
        return List.of();
    }

    @Override
    public List<ShowWeights.Version> history(ClientId client) {
        return List.of();
    }

    @Override
    public void retire(ClientId client, WeightsSource source, Instant at) {
        throw new UnsupportedOperationException("this scenario learns no weights");
    }

    @Override
    public ScoringSetup.Choice choice(ClientId client) {
        return ScoringSetup.Choice.NONE;
    }

    @Override
    public void save(ClientId client, ScoringSetup.Choice choice) {
        throw new UnsupportedOperationException("this scenario chooses nothing");
    }

    @Override
    public void insert(ClientId client, WeightSet set, Instant at) {
        throw new UnsupportedOperationException("this scenario learns no weights");
    }

    @Override
    public boolean promote(ClientId client, WeightsSource source, int version, Instant at) {
        return false;
    }
}
