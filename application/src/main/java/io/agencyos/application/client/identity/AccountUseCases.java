package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClientService;
import io.agencyos.application.client.identity.session.ManageSessions;
import io.agencyos.application.client.identity.session.ManageSessionsService;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of people's own accounts, wired by hand; bootstrap and tests hand in the ports. */
public final class AccountUseCases {

    private final ManageSessions sessions;
    private final Passwords passwords;
    private final ProveAddress addresses;
    private final KeepSecondFactor secondFactor;
    private final CompleteSignIn completeSignIn;
    private final SetUpPlatform setUp;
    private final TransferOwnership ownership;

    /**
     * @param devices what people's own devices say the time is, by which they show codes
     * @param selfSignUp whether anybody may open an account and a client
     */
    public AccountUseCases(
            IdentityPorts ports,
            Credits credits,
            UnitOfWork units,
            ClockPort clock,
            ClockPort devices,
            IdSource ids,
            RandomSource random,
            boolean selfSignUp) {
        AuditTrail trail = new AuditTrail(ports.audit(), clock, ids);
        SessionTokens tokens = new SessionTokens(ports, clock, ids, random);
        AccountLetters letters = new AccountLetters(ports.accounts(), clock, ids);
        Codes codes = new Codes(ports.secondFactors(), ports.accounts().sealer(), devices);
        NewMembers members = new NewMembers(ports.users(), trail, clock, ids);
        OpenClientService clients = new OpenClientService(ports.clients(), credits, units, clock, ids);
        sessions = new ManageSessionsService(ports, trail, units, clock);
        passwords = new Passwords(ports, tokens, letters, trail, units, clock);
        addresses = new ProveAddressService(
                ports, passwords, clients, members, tokens, letters, trail, units, clock, selfSignUp);
        secondFactor = new KeepSecondFactorService(ports, passwords, codes, letters, trail, units, clock, random);
        completeSignIn = new CompleteSignInService(ports, tokens, codes, trail, units, clock);
        ownership = new TransferOwnershipService(ports, tokens, letters, trail, units, clock);
        setUp = new SetUpPlatformService(ports, tokens, trail, units, clock, ids);
    }

    public ManageSessions sessions() {
        return sessions;
    }

    public ChangePassword changePassword() {
        return passwords;
    }

    public RecoverPassword recoverPassword() {
        return passwords;
    }

    public ProveAddress addresses() {
        return addresses;
    }

    public KeepSecondFactor secondFactor() {
        return secondFactor;
    }

    public CompleteSignIn completeSignIn() {
        return completeSignIn;
    }

    public TransferOwnership ownership() {
        return ownership;
    }

    public SetUpPlatform setUp() {
        return setUp;
    }
}
