package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresAccountMails;
import io.agencyos.adapters.out.postgres.client.PostgresInvitations;
import io.agencyos.adapters.out.postgres.client.PostgresOneTimeTokens;
import io.agencyos.adapters.out.postgres.client.PostgresSecondFactors;
import io.agencyos.adapters.out.postgres.client.PostgresSignInAttempts;
import io.agencyos.adapters.out.postgres.client.PostgresSignedInSessions;
import io.agencyos.adapters.out.postgres.client.PostgresSigningKeys;
import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.adapters.out.security.Argon2PasswordHasher;
import io.agencyos.adapters.out.security.Es256AccessTokens;
import io.agencyos.adapters.out.security.SigningKeyRing;
import io.agencyos.application.client.identity.store.AccountStores;
import io.agencyos.application.client.identity.store.IdentityPorts;

/** People who sign in, wired on PostgreSQL. */
final class Identity {

    private static final String ISSUER = "agency-os";
    private static final String AUDIENCE = "agency-os-api";

    private Identity() {}

    static IdentityPorts ports(Basis basis, Stores stores, Outside outside) {
        SigningKeyRing keys = new SigningKeyRing(
                new PostgresSigningKeys(), basis.units(), basis.sealer(), basis.clock(), basis.ids());
        return new IdentityPorts(
                stores.clients,
                new PostgresUsers(),
                new PostgresInvitations(),
                new PostgresSignedInSessions(),
                new PostgresSignInAttempts(),
                new Argon2PasswordHasher(basis.random(), outside.signIn().passwords()),
                new Es256AccessTokens(keys, basis.clock(), ISSUER, AUDIENCE),
                stores.audit,
                new AccountStores(
                        new PostgresOneTimeTokens(),
                        new PostgresSecondFactors(),
                        new PostgresAccountMails(stores.sealer),
                        stores.sealer,
                        outside::publicUrl));
    }
}
