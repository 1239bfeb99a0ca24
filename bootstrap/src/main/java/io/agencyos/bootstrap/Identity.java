package io.agencyos.bootstrap;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresInvitations;
import io.agencyos.adapters.out.postgres.client.PostgresSignInAttempts;
import io.agencyos.adapters.out.postgres.client.PostgresSignedInSessions;
import io.agencyos.adapters.out.postgres.client.PostgresSigningKeys;
import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.security.Argon2PasswordHasher;
import io.agencyos.adapters.out.security.Es256AccessTokens;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.security.SigningKeyRing;
import io.agencyos.application.client.IdentityPorts;
import io.agencyos.application.client.IdentityUseCases;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;

/** People who sign in, wired on PostgreSQL. */
final class Identity {

    private static final String ISSUER = "agency-os";
    private static final String AUDIENCE = "agency-os-api";

    private Identity() {}

    static IdentityUseCases on(
            UnitOfWork units, InstallationSecret secret, ClockPort clock, IdSource ids, RandomSource random) {
        SigningKeyRing keys = new SigningKeyRing(new PostgresSigningKeys(), units, secret, clock, ids, random);
        IdentityPorts ports = new IdentityPorts(
                new PostgresClients(ids),
                new PostgresUsers(),
                new PostgresInvitations(),
                new PostgresSignedInSessions(),
                new PostgresSignInAttempts(),
                new Argon2PasswordHasher(random),
                new Es256AccessTokens(keys, clock, ISSUER, AUDIENCE),
                new PostgresAudit());
        return new IdentityUseCases(ports, units, clock, ids, random);
    }
}
