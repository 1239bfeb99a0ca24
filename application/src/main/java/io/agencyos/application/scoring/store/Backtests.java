package io.agencyos.application.scoring.store;

import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Which changes have been tried on the past, and when. Needs a unit of work of the tenant, as worker. Source: ALS-20. */
@SecondaryPort
public interface Backtests {

    /**
     * A change that was tried.
     *
     * @param from digest of the setup that was in force
     * @param to digest of the setup that was tried
     */
    record Entry(BacktestId id, ClientId clientId, String from, String to, Instant at) {}

    void insert(Entry entry);

    Optional<Entry> find(ClientId client, BacktestId id);
}
