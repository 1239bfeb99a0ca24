package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresAccountMails;
import io.agencyos.adapters.out.postgres.client.PostgresProfiles;
import io.agencyos.application.client.identity.AccountUseCases;
import io.agencyos.application.client.identity.DeliverAccountMails;
import io.agencyos.application.client.identity.IdentityPorts;
import io.agencyos.application.client.identity.KeepProfile;
import io.agencyos.application.client.identity.KeepProfileService;
import java.util.Optional;

/** People's own accounts, and the letters about them. */
public final class Accounts {

    private final AccountUseCases useCases;
    private final Optional<DeliverAccountMails> letters;
    private final KeepProfile profiles;

    Accounts(IdentityPorts ports, Basis basis, Stores stores, Letterbox letterbox) {
        useCases = new AccountUseCases(
                ports,
                stores.credits,
                basis.units(),
                basis.clock(),
                basis.ids(),
                basis.random(),
                letterbox.selfSignUp());
        profiles = new KeepProfileService(ports.users(), new PostgresProfiles(), basis.units());
        letters = letterbox
                .postman()
                .map(postman -> new DeliverAccountMails(
                        new PostgresAccountMails(stores.sealer), postman, basis.units(), basis.clock()));
    }

    public AccountUseCases useCases() {
        return useCases;
    }

    /** What people say of themselves. */
    public KeepProfile profiles() {
        return profiles;
    }

    /** What sends the letters, where there is a mail server. */
    public Optional<DeliverAccountMails> letters() {
        return letters;
    }
}
