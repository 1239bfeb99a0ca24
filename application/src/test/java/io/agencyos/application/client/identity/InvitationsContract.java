package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.client.identity.opening.OpenOwnClient;
import io.agencyos.application.client.identity.opening.OwnClientUseCases;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.TokenBook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invitations from being sent to being taken up, on every set of stores. Source: api 2, 3 and 9 (members). */
public abstract class InvitationsContract extends IdentityContract {

    @Test // api 2: the invitation proves the address, membership at once
    void an_invited_stranger_signs_up_and_is_a_member() {
        Client client = client("Northlight");
        User owner = member(client, "owner", Role.OWNER);
        SecretText token = invited(scope(client, owner, Role.OWNER), "kim", Role.ADMIN);

        AcceptInvitation.Outcome outcome =
                identity().acceptInvitation().signUp(token, " Kim Ng ", PASSWORD, Origin.NONE);

        assertThat(outcome).isInstanceOf(AcceptInvitation.Outcome.Joined.class);
        Member kim = identity().listMembers().of(client.id()).getFirst();
        assertThat(kim.user().fullName()).isEqualTo("Kim Ng");
        assertThat(kim.membership().role()).isEqualTo(Role.ADMIN);
        assertThat(signIn(kim.user(), PASSWORD)).isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(identity().acceptInvitation().signUp(token, "Kim", PASSWORD, Origin.NONE))
                .as("single use")
                .isEqualTo(new AcceptInvitation.Outcome.LinkExpired());
        assertThat(onPlatform(() -> audit().newest(client.id(), 10)))
                .extracting(AuditEntry::resourceType, AuditEntry::action)
                .contains(tuple("invitation", AuditAction.CREATE), tuple("membership", AuditAction.CREATE));
    }

    @Test // api 2: signed-in e-mail must equal the invited one, else 403 invitation_email_mismatch
    void a_known_person_accepts_signed_in_and_nobody_else_does() {
        Client client = client("Northlight");
        User owner = member(client, "owner", Role.OWNER);
        User kim = member(client("Southlight"), "kim", Role.MEMBER);
        SecretText token = invited(scope(client, owner, Role.OWNER), "kim", Role.VIEWER);

        assertThat(identity().acceptInvitation().accept(token, principal(owner), Origin.NONE))
                .isEqualTo(new AcceptInvitation.Outcome.EmailMismatch());
        assertThat(identity().acceptInvitation().signUp(token, "Kim", PASSWORD, Origin.NONE))
                .isEqualTo(new AcceptInvitation.Outcome.UserExists());
        assertThat(identity().acceptInvitation().accept(token, principal(kim), Origin.NONE))
                .isInstanceOf(AcceptInvitation.Outcome.Joined.class);
        assertThat(principal(kim).scopeIn(client.id()).orElseThrow().role()).isEqualTo(Role.VIEWER);
    }

    @Test // api 2: invitation 7 days; api 9: existing pending invite → same one
    void an_invitation_stands_seven_days_and_then_makes_room_for_another() {
        Client client = client("Northlight");
        TenantScope owner = scope(client, member(client, "owner", Role.OWNER), Role.OWNER);
        SecretText first = invited(owner, "kim", Role.MEMBER);
        pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(invite(owner, "kim", Role.ADMIN))
                .isInstanceOfSatisfying(
                        InviteMember.Outcome.Pending.class,
                        pending -> assertThat(pending.invitation().role()).isEqualTo(Role.MEMBER));

        pass(Duration.ofSeconds(1));
        assertThat(identity().acceptInvitation().signUp(first, "Kim", PASSWORD, Origin.NONE))
                .isEqualTo(new AcceptInvitation.Outcome.LinkExpired());
        SecretText second = invited(owner, "kim", Role.ADMIN);

        assertThat(identity().acceptInvitation().signUp(second, "Kim", new SecretText("short"), Origin.NONE))
                .isEqualTo(new AcceptInvitation.Outcome.WeakPassword(PasswordPolicy.Fault.TOO_SHORT));
        assertThat(identity().acceptInvitation().signUp(second, "k".repeat(101), PASSWORD, Origin.NONE))
                .isEqualTo(new AcceptInvitation.Outcome.InvalidName());
        assertThat(identity().acceptInvitation().signUp(second, "Kim", PASSWORD, Origin.NONE))
                .isInstanceOf(AcceptInvitation.Outcome.Joined.class);
        assertThat(invite(owner, "kim", Role.ADMIN)).isEqualTo(new InviteMember.Outcome.AlreadyMember());
    }

    @Test // api 3: members A; grant owner O; api 4.1: a twin answers not_eligible
    void who_may_not_invite_is_told_which_role_is_needed() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.ADMIN);

        assertThat(invite(scope(client, sam, Role.MEMBER), "kim", Role.VIEWER))
                .isEqualTo(new InviteMember.Outcome.RoleRequired(Role.ADMIN));
        assertThat(invite(scope(client, sam, Role.ADMIN), "kim", Role.OWNER))
                .isEqualTo(new InviteMember.Outcome.RoleRequired(Role.OWNER));
        assertThat(invite(scope(client, sam, Role.ADMIN), "kim", Role.ADMIN))
                .isInstanceOf(InviteMember.Outcome.Invited.class);
        ClientId twin = principal(sam).access().stream()
                .filter(access -> access.mode() == ClientMode.TEST)
                .findFirst()
                .orElseThrow()
                .clientId();
        assertThat(invite(new TenantScope(twin, sam.id(), Role.ADMIN), "kim", Role.VIEWER))
                .isEqualTo(new InviteMember.Outcome.NotEligible());
    }

    @Test // data model 5.1: one pending invitation per client and mailbox
    void a_mailbox_may_be_invited_by_two_clients_and_twice_by_none() {
        Client north = client("Northlight");
        Client south = client("Southlight");
        User owner = member(north, "owner", Role.OWNER);
        invited(scope(north, owner, Role.OWNER), "kim", Role.VIEWER);
        invited(scope(south, owner, Role.OWNER), "kim", Role.VIEWER);

        List<Invitation> pending = onPlatform(() -> List.of(
                invitations().pending(north.id(), email("kim").key()).orElseThrow(),
                invitations().pending(south.id(), email("kim").key()).orElseThrow()));

        assertThat(pending).extracting(Invitation::clientId).containsExactly(north.id(), south.id());
        assertThat(pending).extracting(Invitation::invitedBy).containsOnly(owner.id());
    }

    private SecretText invited(TenantScope scope, String name, Role role) {
        return switch (invite(scope, name, role)) {
            case InviteMember.Outcome.Invited(Invitation invitation, SecretText token) -> token;
            case InviteMember.Outcome.Pending pending -> throw new AssertionError(pending);
            case InviteMember.Outcome.AlreadyMember already -> throw new AssertionError(already);
            case InviteMember.Outcome.RoleRequired refused -> throw new AssertionError(refused);
            case InviteMember.Outcome.NotEligible not -> throw new AssertionError(not);
        };
    }

    private InviteMember.Outcome invite(TenantScope scope, String name, Role role) {
        return identity().inviteMember().invite(scope, email(name), role, Origin.NONE);
    }

    private Principal principal(User user) {
        return identity()
                .authenticateRequest()
                .authenticate(signedIn(user).accessToken())
                .orElseThrow();
    }

    private static TenantScope scope(Client client, User user, Role role) {
        return new TenantScope(client.id(), user.id(), role);
    }

    private OpenOwnClient openOwnClient() {
        return new OwnClientUseCases(
                        new IdentityPorts(
                                clients(),
                                users(),
                                invitations(),
                                sessions(),
                                attempts(),
                                passwords,
                                new TokenBook(now::get),
                                audit(),
                                stores().accounts()),
                        credits(),
                        units(),
                        now::get,
                        UUID::randomUUID)
                .openOwnClient();
    }

    @Test // api 8, Client: slug by create
    void a_client_is_opened_under_the_slug_that_was_wished_for() {
        User sam = member(client("Northlight"), "sam", Role.MEMBER);
        OpenOwnClient open = openOwnClient();
        String slug = "quay-" + UUID.randomUUID().toString().substring(0, 8);

        assertThat(open.open(principal(sam), "Harbour Lane", slug, Origin.NONE))
                .isInstanceOfSatisfying(
                        OpenOwnClient.Outcome.Opened.class,
                        opened -> assertThat(opened.client().slug()).isEqualTo(slug));
        assertThat(open.open(principal(sam), "Another name", slug, Origin.NONE))
                .isEqualTo(new OpenOwnClient.Outcome.Exists());
        assertThat(open.open(principal(sam), "Another name", "test-quay", Origin.NONE))
                .isInstanceOfSatisfying(
                        OpenOwnClient.Outcome.InvalidSlug.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("reserved"));
    }

    @Test // api 9.2: the caller becomes owner; five at most, twins not counted
    void nobody_owns_more_than_five_clients() {
        User sam = member(client("Northlight"), "sam", Role.MEMBER);
        OpenOwnClient open = openOwnClient();
        String name = "Harbour " + UUID.randomUUID();
        for (int i = 1; i <= 5; i++) {
            assertThat(open.open(principal(sam), name + " " + i, null, Origin.NONE))
                    .isInstanceOfSatisfying(
                            OpenOwnClient.Outcome.Opened.class,
                            opened -> assertThat(principal(sam)
                                            .scopeIn(opened.twin())
                                            .orElseThrow()
                                            .role())
                                    .isEqualTo(Role.OWNER));
        }

        assertThat(open.open(principal(sam), name + " 6", null, Origin.NONE))
                .isEqualTo(new OpenOwnClient.Outcome.LimitReached(5, 5));
        User kim = member(client("Southlight"), "kim", Role.MEMBER);
        assertThat(open.open(principal(kim), name + " 1", null, Origin.NONE))
                .isEqualTo(new OpenOwnClient.Outcome.Exists());
        assertThat(open.open(principal(kim), "!!", null, Origin.NONE))
                .isInstanceOf(OpenOwnClient.Outcome.InvalidName.class);
    }
}
