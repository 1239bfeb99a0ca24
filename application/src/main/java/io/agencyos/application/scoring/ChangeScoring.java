package io.agencyos.application.scoring;

import io.agencyos.application.client.ProfileRider;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.shared.id.BacktestId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What people set for scoring, which is written with the profile. A change of weights or targets that are in force takes
 * effect only with a backtest of exactly that change, at most a day old. Source: scoring ALS-12, ALS-20, api 9.3.
 */
@PrimaryPort
public interface ChangeScoring {

    /** What is set now; every member may see it. */
    ScoringSetup.Choice current(TenantScope scope);

    /** Rides along with a change of the profile and sets this. */
    ProfileRider to(ScoringSetup.Choice next, @Nullable BacktestId backtest);

    /** Rides along with a change of the profile alone. */
    ProfileRider profileOnly(@Nullable BacktestId backtest);
}
