package io.agencyos.application.scoring;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.backtest.Backtest;
import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.LeadId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Tries a change of weights or targets without making it: on the frozen scores of the last 180 days, which lets exactly
 * this change go live within a day, or on the leads of now, which lets nothing. Source: scoring ALS-20, B7.
 */
@PrimaryPort
public interface RunBacktest {

    /** The whole of what would be set, unchanged members included. */
    record Proposed(IcpTarget target, ScoringSetup.Choice choice) {}

    /** What came of it. */
    sealed interface Outcome {

        record Tested(BacktestId id, Backtest<LeadId> result) implements Outcome {}

        /** Only administrators may prepare a change. */
        record RoleRequired() implements Outcome {}
    }

    /** What is set now, to change a part of it. */
    Proposed current(TenantScope scope);

    /** On frozen scores; the change may be made for 24 hours. */
    Outcome backtest(TenantScope scope, Proposed change);

    /** On the client's leads as they are now; any member may, and nothing is remembered. */
    Backtest<LeadId> simulate(TenantScope scope, Proposed change);
}
