package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresAccountMails;
import io.agencyos.adapters.out.postgres.client.PostgresOutsideIdentities;
import io.agencyos.adapters.out.postgres.client.PostgresPeopleBook;
import io.agencyos.adapters.out.postgres.client.PostgresProfiles;
import io.agencyos.adapters.out.postgres.client.PostgresWaitlist;
import io.agencyos.adapters.out.security.JwksIdentityProvider;
import io.agencyos.application.client.identity.AccountUseCases;
import io.agencyos.application.client.identity.DeliverAccountMails;
import io.agencyos.application.client.identity.KeepProfile;
import io.agencyos.application.client.identity.KeepProfileService;
import io.agencyos.application.client.identity.KeepWaitlist;
import io.agencyos.application.client.identity.OutsideSignIn;
import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.staff.AppointFirstStaff;
import io.agencyos.bootstrap.product.place.Letterbox;
import java.net.URI;
import java.util.Optional;

/** People's own accounts, and the letters about them. */
public final class Accounts {

    private final IdentityPorts ports;
    private final Basis basis;
    private final AccountUseCases useCases;
    private final Optional<DeliverAccountMails> letters;
    private final KeepProfile profiles;
    private final KeepWaitlist waitlist;

    private final Optional<AuthenticateRequest> outsideSignIn;

    Accounts(IdentityPorts ports, Basis basis, Stores stores, Outside outside) {
        this.ports = ports;
        this.basis = basis;
        Letterbox letterbox = outside.letterbox();
        useCases = new AccountUseCases(
                ports,
                stores.credits,
                basis.units(),
                basis.clock(),
                outside.signIn().devices().orElse(basis.clock()),
                basis.ids(),
                basis.random(),
                letterbox.selfSignUp());
        outsideSignIn = outside.signIn()
                .provider()
                .map(provider -> new OutsideSignIn(
                        new JwksIdentityProvider(provider, basis.clock()),
                        new PostgresOutsideIdentities(),
                        ports,
                        stores.credits,
                        basis.units(),
                        basis.clock(),
                        basis.ids(),
                        basis.random(),
                        letterbox.selfSignUp()));
        waitlist = new KeepWaitlist(
                new PostgresWaitlist(), ports.accounts(), stores.audit, basis.units(), basis.clock(), basis.ids());
        profiles = new KeepProfileService(ports.users(), new PostgresProfiles(), basis.units());
        letters = letterbox
                .postman()
                .map(postman -> new DeliverAccountMails(
                        new PostgresAccountMails(stores.sealer), postman, basis.units(), basis.clock()));
    }

    public AccountUseCases useCases() {
        return useCases;
    }

    /** What lets people in whom an identity provider outside signs in, where there is one. */
    public Optional<AuthenticateRequest> outsideSignIn() {
        return outsideSignIn;
    }

    /** What names the first of the staff where this provider signs people in. */
    public AppointFirstStaff firstStaff(String issuer) {
        return new AppointFirstStaff(
                issuer,
                new AppointFirstStaff.Ports(
                        new PostgresOutsideIdentities(), ports.users(), new PostgresPeopleBook(), ports.audit()),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    /** Who waits to be let in. */
    public KeepWaitlist waitlist() {
        return waitlist;
    }

    /** What people say of themselves. */
    public KeepProfile profiles() {
        return profiles;
    }

    /** Where links in letters lead; empty while nobody knows. */
    Optional<URI> publicUrl() {
        return ports.accounts().publicUrl().get();
    }

    /** What sends the letters, where there is a mail server. */
    public Optional<DeliverAccountMails> letters() {
        return letters;
    }
}
