package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.identity.session.AuthenticateRequestService;
import io.agencyos.application.client.identity.session.RefreshSession;
import io.agencyos.application.client.identity.session.RefreshSessionService;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.session.SignOut;
import io.agencyos.application.client.identity.session.SignOutService;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of people who sign in, wired by hand; bootstrap and tests hand in the ports. */
public final class IdentityUseCases {

    private final SignIn signIn;
    private final RefreshSession refreshSession;
    private final SignOut signOut;
    private final AuthenticateRequest authenticateRequest;
    private final AddUser addUser;
    private final ResetPassword resetPassword;
    private final ListMembers listMembers;
    private final InviteMember inviteMember;
    private final AcceptInvitation acceptInvitation;

    public IdentityUseCases(IdentityPorts ports, UnitOfWork units, ClockPort clock, IdSource ids, RandomSource random) {
        AuditTrail trail = new AuditTrail(ports.audit(), clock, ids);
        SessionTokens tokens = new SessionTokens(ports, clock, ids, random);
        signIn = new SignInService(
                ports, tokens, new AccountLetters(ports.accounts(), clock, ids), trail, units, clock, ids);
        refreshSession = new RefreshSessionService(ports, tokens, trail, units, clock);
        signOut = new SignOutService(ports, trail, units, clock);
        authenticateRequest = new AuthenticateRequestService(ports, units, clock);
        NewMembers members = new NewMembers(ports.users(), trail, clock, ids);
        addUser = new AddUserService(ports, members, units, clock);
        inviteMember = new InviteMemberService(
                ports, tokens, new AccountLetters(ports.accounts(), clock, ids), trail, units, clock, ids);
        acceptInvitation = new AcceptInvitationService(ports, members, units, clock);
        resetPassword = new ResetPasswordService(ports, trail, units, clock);
        listMembers = client -> units.onPlatform(() -> ports.users().members(client));
    }

    public SignIn signIn() {
        return signIn;
    }

    public RefreshSession refreshSession() {
        return refreshSession;
    }

    public SignOut signOut() {
        return signOut;
    }

    public AuthenticateRequest authenticateRequest() {
        return authenticateRequest;
    }

    public AddUser addUser() {
        return addUser;
    }

    public ResetPassword resetPassword() {
        return resetPassword;
    }

    public InviteMember inviteMember() {
        return inviteMember;
    }

    public AcceptInvitation acceptInvitation() {
        return acceptInvitation;
    }

    public ListMembers listMembers() {
        return listMembers;
    }
}
