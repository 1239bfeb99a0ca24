package io.agencyos.application.client.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.AcceptInvitation;
import io.agencyos.application.client.identity.IdentityContract;
import io.agencyos.application.client.identity.InviteMember;
import io.agencyos.application.platform.AuditFilter;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.IpNetwork;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.InvitationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys of programs and changes of membership, on every set of stores. Source: api 2, 3, 9.2. */
public abstract class AccessContract extends IdentityContract {

    private static final Set<KeyScope> READS = Set.of(KeyScope.READ, KeyScope.LEADS_WRITE);

    /** On the same unit of work as the other stores. */
    protected abstract ApiKeys keys();

    private AccessUseCases access() {
        return new AccessUseCases(
                new AccessPorts(clients(), users(), invitations(), keys(), audit()),
                units(),
                now::get,
                UUID::randomUUID,
                new TestChance(UUID.randomUUID().getLeastSignificantBits()));
    }

    private TenantScope as(Client client, Role role) {
        User user = member(client, role.wire() + UUID.randomUUID(), role);
        return new TenantScope(client.id(), user.id(), role);
    }

    private static KeepApiKeys.Wish wish(ClientMode mode, Optional<Instant> end, List<IpNetwork> networks) {
        return new KeepApiKeys.Wish("Nightly sync", mode, READS, Role.MEMBER, end, networks);
    }

    private KeepApiKeys.Outcome.Made made(TenantScope scope, KeepApiKeys.Wish wish) {
        KeepApiKeys.Outcome outcome = access().keepApiKeys().make(scope, wish, Origin.NONE);
        if (outcome instanceof KeepApiKeys.Outcome.Made made) {
            return made;
        }
        throw new AssertionError(outcome);
    }

    private Optional<ApiKeyCaller> shown(SecretText key) {
        return access().authenticateKey().authenticate(key, from("203.0.113.7"));
    }

    @Test // api 2: only SHA-256 of the whole string is stored
    void a_key_opens_its_client_and_is_kept_as_a_hash_only() {
        Client client = client("Northlight");
        TenantScope admin = as(client, Role.ADMIN);

        KeepApiKeys.Outcome.Made made = made(admin, wish(ClientMode.LIVE, Optional.empty(), List.of()));

        assertThat(made.secret().reveal()).matches("aos_live_[0-9A-Za-z]{1,22}_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}");
        assertThat(made.key().expiresAt())
                .as("default 90 days")
                .isEqualTo(now.get().plus(Duration.ofDays(90)));
        ApiKeyCaller caller = shown(made.secret()).orElseThrow();
        assertThat(caller.key().scopes()).isEqualTo(READS);
        assertThat(caller.client().id()).isEqualTo(client.id());
        assertThat(caller.scopeIn(client.id()).orElseThrow())
                .isEqualTo(
                        TenantScope.ofKey(client.id(), Role.MEMBER, made.key().id()));
        assertThat(caller.scopeIn(client("Southlight").id())).isEmpty();
        assertThat(access().keepApiKeys().list(admin)).singleElement().satisfies(listed -> {
            assertThat(listed.key().hash())
                    .hasSize(64)
                    .isNotEqualTo(made.secret().reveal());
            assertThat(listed.key().lastUsedAt()).isEqualTo(now.get());
            assertThat(listed.orphaned()).isFalse();
        });
    }

    @Test // api 2: a test key opens only that client's twin
    void a_test_key_opens_the_twin_and_is_listed_at_the_live_client() {
        Client client = client("Northlight");
        TenantScope admin = as(client, Role.ADMIN);
        Client twin = onPlatform(() -> clients().twin(client.id())).orElseThrow();

        KeepApiKeys.Outcome.Made made = made(admin, wish(ClientMode.TEST, Optional.empty(), List.of()));

        ApiKeyCaller caller = shown(made.secret()).orElseThrow();
        assertThat(caller.client()).isEqualTo(twin);
        assertThat(caller.scopeIn(client.id())).isEmpty();
        assertThat(access().keepApiKeys().list(admin)).hasSize(1);
        assertThat(access().keepApiKeys()
                        .make(
                                new TenantScope(twin.id(), admin.userId(), Role.ADMIN),
                                wish(ClientMode.LIVE, Optional.empty(), List.of()),
                                Origin.NONE))
                .isEqualTo(new KeepApiKeys.Outcome.NotEligible());
    }

    @Test // api 2
    void a_key_that_is_revoked_expired_elsewhere_or_forged_opens_nothing() {
        TenantScope admin = as(client("Northlight"), Role.ADMIN);
        Instant soon = now.get().plus(Duration.ofDays(1));
        SecretText office = made(
                        admin,
                        wish(
                                ClientMode.LIVE,
                                Optional.empty(),
                                List.of(IpNetwork.parse("198.51.100.0/24").orElseThrow())))
                .secret();
        SecretText brief =
                made(admin, wish(ClientMode.LIVE, Optional.of(soon), List.of())).secret();
        KeepApiKeys.Outcome.Made gone = made(admin, wish(ClientMode.LIVE, Optional.empty(), List.of()));

        assertThat(shown(office)).as("from elsewhere").isEmpty();
        assertThat(access().authenticateKey().authenticate(office, from("198.51.100.200")))
                .isPresent();
        assertThat(shown(brief)).isPresent();
        assertThat(access().keepApiKeys().revoke(admin, gone.key().id(), Origin.NONE))
                .isTrue();
        assertThat(access().keepApiKeys().revoke(admin, gone.key().id(), Origin.NONE))
                .isFalse();
        assertThat(shown(gone.secret())).isEmpty();
        String text = brief.reveal();
        char last = text.charAt(text.length() - 1);
        assertThat(shown(new SecretText(text.substring(0, text.length() - 1) + (last == 'a' ? 'b' : 'a'))))
                .isEmpty();
        assertThat(shown(new SecretText("aos_live_zzzzzzzzzzzzzzzzzzzzzz_12345678_" + "x".repeat(43))))
                .isEmpty();
        pass(Duration.ofDays(1));
        assertThat(shown(brief)).as("expired").isEmpty();
    }

    @Test // api 2: max 20 per client; expires_at ≤ 365 days
    void a_client_has_at_most_twenty_good_keys_and_none_outlives_a_year() {
        TenantScope admin = as(client("Northlight"), Role.ADMIN);
        KeepApiKeys.Wish plain = wish(ClientMode.LIVE, Optional.empty(), List.of());
        for (int i = 0; i < KeepApiKeys.LIMIT; i++) {
            made(admin, plain);
        }

        assertThat(access().keepApiKeys().make(admin, plain, Origin.NONE))
                .isEqualTo(new KeepApiKeys.Outcome.LimitReached(20));
        pass(Duration.ofDays(90));
        made(admin, plain);
        Optional<Instant> late =
                Optional.of(now.get().plus(Duration.ofDays(365)).plusSeconds(1));
        assertThat(access().keepApiKeys().make(admin, wish(ClientMode.LIVE, late, List.of()), Origin.NONE))
                .isEqualTo(new KeepApiKeys.Outcome.EndOutOfRange());
    }

    @Test // api 2: a key whose creator lost access keeps working; the list shows it as orphaned
    void a_key_outlives_its_makers_membership_and_is_shown_as_orphaned() {
        Client client = client("Northlight");
        TenantScope owner = as(client, Role.OWNER);
        TenantScope admin = as(client, Role.ADMIN);
        SecretText key =
                made(admin, wish(ClientMode.LIVE, Optional.empty(), List.of())).secret();

        assertThat(access().changeMembers().remove(owner, admin.userId(), Origin.NONE))
                .isEqualTo(new ChangeMembers.Outcome.Changed(Optional.empty()));

        assertThat(shown(key)).isPresent();
        assertThat(access().keepApiKeys().list(owner)).singleElement().matches(KeepApiKeys.Listed::orphaned);
    }

    @Test // api 3: at least one owner must remain; admins cannot change owners
    void the_last_owner_stays_and_admins_do_not_touch_owners() {
        Client client = client("Northlight");
        TenantScope owner = as(client, Role.OWNER);
        TenantScope admin = as(client, Role.ADMIN);
        TenantScope viewer = as(client, Role.VIEWER);
        ChangeMembers members = access().changeMembers();

        assertThat(members.remove(owner, owner.userId(), Origin.NONE)).isEqualTo(new ChangeMembers.Outcome.LastOwner());
        assertThat(members.change(owner, owner.userId(), 0, Role.ADMIN, Origin.NONE))
                .isEqualTo(new ChangeMembers.Outcome.LastOwner());
        assertThat(members.change(admin, owner.userId(), 0, Role.VIEWER, Origin.NONE))
                .isEqualTo(new ChangeMembers.Outcome.RoleRequired(Role.OWNER));
        assertThat(members.change(admin, viewer.userId(), 0, Role.OWNER, Origin.NONE))
                .isEqualTo(new ChangeMembers.Outcome.RoleRequired(Role.OWNER));
        assertThat(members.change(admin, viewer.userId(), 7, Role.MEMBER, Origin.NONE))
                .isEqualTo(new ChangeMembers.Outcome.Stale(0));
        assertThat(members.change(admin, viewer.userId(), 0, Role.MEMBER, Origin.NONE))
                .isInstanceOfSatisfying(
                        ChangeMembers.Outcome.Changed.class,
                        changed -> assertThat(changed.member().orElseThrow().membership())
                                .matches(membership -> membership.role() == Role.MEMBER && membership.version() == 1));
        assertThat(members.remove(viewer, viewer.userId(), Origin.NONE))
                .as("everybody may leave")
                .isInstanceOf(ChangeMembers.Outcome.Changed.class);
        assertThat(members.remove(admin, viewer.userId(), Origin.NONE)).isEqualTo(new ChangeMembers.Outcome.NotFound());
    }

    @Test // api 9.2
    void an_invitation_is_listed_renewed_with_another_link_and_taken_back() {
        TenantScope owner = as(client("Northlight"), Role.OWNER);
        InviteMember invite = identity().inviteMember();
        InviteMember.Outcome.Invited first =
                (InviteMember.Outcome.Invited) invite.invite(owner, email("kim"), Role.MEMBER, Origin.NONE);

        assertThat(invite.pending(owner))
                .singleElement()
                .satisfies(standing -> assertThat(standing.invitation()).isEqualTo(first.invitation()));
        InviteMember.Outcome.Invited second = (InviteMember.Outcome.Invited)
                invite.renew(owner, first.invitation().id(), Origin.NONE).orElseThrow();
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(invite.renew(owner, first.invitation().id(), Origin.NONE)).isEmpty();
        assertThat(identity().acceptInvitation().signUp(first.token(), "Kim", PASSWORD, Origin.NONE))
                .isEqualTo(new AcceptInvitation.Outcome.LinkExpired());
        TenantScope stranger = as(client("Southlight"), Role.OWNER);
        assertThat(invite.revoke(stranger, second.invitation().id(), Origin.NONE))
                .as("another client's")
                .isFalse();
        assertThat(invite.revoke(owner, second.invitation().id(), Origin.NONE)).isTrue();
        assertThat(invite.pending(owner)).isEmpty();
        assertThat(invite.revoke(owner, new InvitationId(UUID.randomUUID()), Origin.NONE))
                .isFalse();
    }

    @Test // api 6
    void the_log_is_read_page_by_page_through_a_filter() {
        Client client = client("Northlight");
        TenantScope admin = as(client, Role.ADMIN);
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(1));
            made(admin, wish(ClientMode.LIVE, Optional.empty(), List.of()));
        }
        AuditFilter made =
                new AuditFilter(List.of(), List.of(AuditAction.CREATE), List.of("api_key"), List.of(), null, null);

        List<AuditEntry> first = page(admin, made, Optional.empty());
        AuditEntry last = first.getLast();
        List<AuditEntry> second = page(admin, made, Optional.of(new AuditFilter.Place(last.at(), last.id())));

        assertThat(first)
                .hasSize(2)
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(first.getFirst().actor())
                .isEqualTo(AuditEntry.Actor.user(admin.userId().value()));
        AuditFilter later = new AuditFilter(
                List.of(admin.userId().value()),
                List.of(),
                List.of(),
                List.of(),
                now.get(),
                now.get().plusSeconds(1));
        assertThat(page(admin, later, Optional.empty())).hasSize(1);
        TenantScope viewer = new TenantScope(client.id(), admin.userId(), Role.VIEWER);
        assertThat(page(viewer, AuditFilter.ALL, Optional.empty())).isEmpty();
    }

    private List<AuditEntry> page(TenantScope scope, AuditFilter filter, Optional<AuditFilter.Place> after) {
        return units().inTenant(scope, () -> audit().page(List.of(scope.clientId()), filter, after, 2));
    }
}
