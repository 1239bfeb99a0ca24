package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;

/** What everything stands on: the database, time, ids, chance and the installation's secret. */
public record Basis(
        PostgresDatabase database, ClockPort clock, IdSource ids, RandomSource random, InstallationSecret secret) {

    public UnitOfWork units() {
        return database.unitOfWork();
    }
}
