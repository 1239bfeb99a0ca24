package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.security.EnvelopeSealer;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;
import javax.sql.DataSource;

/**
 * What everything stands on.
 *
 * @param platformPool connections of the platform's role, for what brings its own transactions
 */
public record Basis(
        UnitOfWork units,
        DataSource platformPool,
        ClockPort clock,
        IdSource ids,
        RandomSource random,
        InstallationSecret secret,
        EnvelopeSealer sealer) {}
