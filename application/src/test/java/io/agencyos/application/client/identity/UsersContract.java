package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.application.client.identity.store.SigningKeys;
import io.agencyos.application.client.identity.store.Waitlist;
import io.agencyos.application.platform.secret.InstallationMark;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.ScopeViolation;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People and memberships as whoever runs the installation keeps them, and the stores around them. Source: api 2, 6. */
public abstract class UsersContract extends IdentityContract {

    protected abstract SigningKeys signingKeys();

    protected abstract InstallationMark installationMark();

    protected abstract Profiles profiles();

    @Test // api 2, /me: patchable full_name, phone, timezone, avatar_url, preferences; If-Match
    void a_person_changes_name_and_habits_together_and_by_the_version_that_was_read() {
        User user = member(client("Northlight"), "sam", Role.VIEWER);
        KeepProfile keep = new KeepProfileService(users(), profiles(), units());
        KeepProfile.Own before = keep.show(user.id()).orElseThrow();
        assertThat(before.profile()).isEqualTo(Profile.PLAIN);
        Profile profile = new Profile(
                new PhoneNumber("+61491570156"),
                URI.create("https://pictures.agency.example/sam.png"),
                ZoneId.of("Australia/Perth"),
                "en-AU",
                new Profile.Preferences(
                        Profile.Theme.DARK,
                        Profile.Density.DENSE,
                        true,
                        Profile.TimeForm.ABSOLUTE,
                        false,
                        Map.of("next", "j"),
                        true,
                        Map.of("leads", List.of("name", "tier"))));
        KeepProfile.Own wanted = new KeepProfile.Own("Sam O'Dea", profile, before.version());

        assertThat(keep.change(user.id(), wanted))
                .isEqualTo(new KeepProfile.Outcome.Changed(
                        new KeepProfile.Own("Sam O'Dea", profile, before.version() + 1)));
        assertThat(keep.show(user.id())).contains(new KeepProfile.Own("Sam O'Dea", profile, before.version() + 1));
        assertThat(keep.change(user.id(), wanted)).isEqualTo(new KeepProfile.Outcome.Stale(before.version() + 1));

        keep.change(user.id(), new KeepProfile.Own("Sam", Profile.PLAIN, before.version() + 1));
        assertThat(keep.show(user.id())).contains(new KeepProfile.Own("Sam", Profile.PLAIN, before.version() + 2));
        assertThat(keep.show(new UserId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void a_person_is_added_once_and_may_join_a_second_client_with_the_password_there_is() {
        Client first = client("Northlight");
        Client second = client("Southlight");
        User user = member(first, "sam", Role.OWNER);

        AddUser.Outcome again = add(first, Role.VIEWER, PASSWORD);
        AddUser.Outcome joined = add(second, Role.VIEWER, new SecretText("short"));

        assertThat(again)
                .isInstanceOfSatisfying(
                        AddUser.Outcome.AlreadyMember.class,
                        known -> assertThat(known.member().membership().role()).isEqualTo(Role.OWNER));
        assertThat(joined).isInstanceOfSatisfying(AddUser.Outcome.Added.class, added -> {
            assertThat(added.newUser()).isFalse();
            assertThat(added.member().user()).isEqualTo(user);
        });
        assertThat(identity().listMembers().of(second.id()))
                .extracting(Member::user)
                .containsExactly(user);
        assertThat(signedIn(user)).isNotNull();
    }

    @Test // api 2, password policy: 12–128 characters, no common one, not equal to e-mail or company name
    void a_password_must_be_long_enough_rare_and_no_name_tag() {
        Client client = client("Northlight Marketing");

        assertThat(add(client, Role.OWNER, new SecretText("eleven char")))
                .isEqualTo(new AddUser.Outcome.WeakPassword(PasswordPolicy.Fault.TOO_SHORT));
        assertThat(add(client, Role.OWNER, new SecretText("x".repeat(129))))
                .isEqualTo(new AddUser.Outcome.WeakPassword(PasswordPolicy.Fault.TOO_LONG));
        assertThat(add(client, Role.OWNER, new SecretText("1QAZ2wsx3edc")))
                .isEqualTo(new AddUser.Outcome.WeakPassword(PasswordPolicy.Fault.COMMON));
        assertThat(add(client, Role.OWNER, new SecretText(email("sam").value())))
                .isEqualTo(new AddUser.Outcome.WeakPassword(PasswordPolicy.Fault.IS_EMAIL));
        assertThat(add(client, Role.OWNER, new SecretText(client.name())))
                .isEqualTo(new AddUser.Outcome.WeakPassword(PasswordPolicy.Fault.IS_COMPANY_NAME));
        assertThat(onPlatform(() -> users().findByEmail(email("sam").key()))).isEmpty();
    }

    @Test // data model 5.1: a twin has no membership of its own; vocabulary 13
    void nobody_is_added_to_a_twin_to_no_client_or_as_staff() {
        Client client = client("Northlight");
        ClientId twin = onPlatform(() -> clients().findBySlug("test-" + client.slug()))
                .orElseThrow()
                .id();

        assertThat(add(twin, Role.OWNER, PASSWORD)).isEqualTo(new AddUser.Outcome.NoSuchClient());
        assertThat(add(new ClientId(UUID.randomUUID()), Role.OWNER, PASSWORD))
                .isEqualTo(new AddUser.Outcome.NoSuchClient());
        assertThat(add(client, Role.WORKER, PASSWORD)).isInstanceOf(AddUser.Outcome.Invalid.class);
        assertThat(add(client, Role.PLATFORM_ADMIN, PASSWORD)).isInstanceOf(AddUser.Outcome.Invalid.class);
    }

    @Test // api 2: reset revokes all sessions and refresh tokens
    void a_new_password_ends_every_sign_in_and_the_old_one() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens tokens = signedIn(user);
        signedIn(user);
        SecretText fresh = new SecretText("another horse another staple");

        ResetPassword.Outcome outcome = identity().resetPassword().reset(user.email(), fresh);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ResetPassword.Outcome.Reset.class,
                        reset -> assertThat(reset.sessionsEnded()).isEqualTo(2));
        assertThat(identity().authenticateRequest().authenticate(tokens.accessToken()))
                .isEmpty();
        assertThat(signIn(user, PASSWORD)).isEqualTo(new SignIn.Outcome.BadCredentials());
        assertThat(signIn(user, fresh)).isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(audited(user)).contains(AuditAction.AUTH_PASSWORD_CHANGED);
        assertThat(identity().resetPassword().reset(email("nobody"), fresh))
                .isEqualTo(new ResetPassword.Outcome.NoSuchUser());
        assertThat(identity().resetPassword().reset(user.email(), new SecretText("short")))
                .isEqualTo(new ResetPassword.Outcome.WeakPassword(PasswordPolicy.Fault.TOO_SHORT));
    }

    @Test // api 6: redacted to ***; data model 5.13: owner and admin read
    void the_log_of_a_client_tells_of_its_members_and_is_for_owner_and_admin() {
        Client client = client("Northlight");
        User user = member(client, "sam", Role.ADMIN);

        List<AuditEntry> seen = auditOf(client, Role.ADMIN);

        assertThat(seen).singleElement().satisfies(entry -> {
            assertThat(entry.clientId()).isEqualTo(client.id());
            assertThat(entry.action()).isEqualTo(AuditAction.CREATE);
            assertThat(entry.resourceType()).isEqualTo("membership");
            assertThat(entry.resourceId()).isEqualTo(user.id().value());
            assertThat(entry.changes()).isEqualTo(Map.of("role", new Change(null, "admin")));
        });
        assertThat(auditOf(client, Role.MEMBER)).isEmpty();
        assertThat(auditOf(client("Southlight"), Role.OWNER)).isEmpty();
    }

    @Test // api 6; data model 2: an audit line belongs to the change, whoever makes it, and to its own tenant
    void every_member_may_cause_an_entry_of_the_own_client_only() {
        Client client = client("Northlight");
        AuditEntry entry = entry(client.id());

        units().inTenant(
                        new TenantScope(client.id(), new UserId(UUID.randomUUID()), Role.VIEWER),
                        () -> audit().append(entry));

        assertThat(auditOf(client, Role.OWNER)).containsExactly(entry);
        assertThatThrownBy(() -> units().inTenant(
                                TenantScope.worker(client("Southlight").id()),
                                () -> audit().append(entry(client.id()))))
                .isInstanceOf(ScopeViolation.class);
    }

    @Test // data model 5.1: one live user per mailbox; api 1.6
    void one_mailbox_is_one_person_and_a_lost_race_changes_nothing() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        User user = user(Leadbook.email("sam.oduya" + tag + "@gmail.com"));
        onPlatform(() -> {
            users().insert(user);
            return true;
        });

        assertThatThrownBy(() -> onPlatform(() -> {
                    users().insert(user(Leadbook.email("samoduya" + tag + "+work@gmail.com")));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        taken -> assertThat(taken.constraint()).isEqualTo("uq_app_user_email_key"));
        User changed = onPlatform(() -> users().update(user.withPasswordHash("changed")));
        assertThat(changed.version()).isEqualTo(1);
        assertThat(onPlatform(() -> users().find(user.id()))).contains(changed);
        assertThatThrownBy(() -> onPlatform(() -> users().update(user))).isInstanceOf(ConcurrentUpdate.class);
    }

    protected abstract Waitlist waitlist();

    @Test // api 9.1: new or known
    void an_address_waits_once_and_is_invited_once() {
        EmailAddress waits = email("waits");
        Waitlist.Entry first = new Waitlist.Entry(UUID.randomUUID(), waits, "Bright", null, now.get(), null);
        Waitlist.Entry same = new Waitlist.Entry(UUID.randomUUID(), waits, null, null, now.get(), null);
        Waitlist.Entry later = new Waitlist.Entry(
                UUID.randomUUID(), email("later"), null, "a friend", now.get().plusSeconds(1), null);

        assertThat(onPlatform(() -> waitlist().add(first))).isTrue();
        assertThat(onPlatform(() -> waitlist().add(same))).isFalse();
        assertThat(onPlatform(() -> waitlist().add(later))).isTrue();
        onPlatform(() -> {
            waitlist().invited(later.id(), now.get());
            return true;
        });

        assertThat(onPlatform(() -> waitlist().list(null, 2)))
                .containsExactly(
                        new Waitlist.Entry(later.id(), later.email(), null, "a friend", later.createdAt(), now.get()),
                        first);
        assertThat(onPlatform(() -> waitlist().list(new Waitlist.After(later.createdAt(), later.id()), 1)))
                .containsExactly(first);
        assertThat(onPlatform(() -> waitlist().findForUpdate(first.id()))).contains(first);
        assertThat(onPlatform(() -> waitlist().findForUpdate(same.id()))).isEmpty();
    }

    @Test // api 2: signing keys
    void signing_keys_are_kept_newest_first() {
        Instant start = now.get();
        SigningKeys.StoredKey old =
                new SigningKeys.StoredKey(UUID.randomUUID().toString(), "{\"kty\": \"EC\"}", "v1:a:b:c", start, null);
        SigningKeys.StoredKey fresh = new SigningKeys.StoredKey(
                UUID.randomUUID().toString(), "{\"kty\": \"EC\"}", "v1:d:e:f", start.plusSeconds(1), null);
        onPlatform(() -> {
            signingKeys().hold();
            signingKeys().insert(old);
            signingKeys().insert(fresh);
            signingKeys().retire(old.kid(), start.plusSeconds(1));
            return true;
        });

        List<SigningKeys.StoredKey> kept = onPlatform(() -> signingKeys().all());

        assertThat(kept)
                .containsExactly(
                        fresh,
                        new SigningKeys.StoredKey(
                                old.kid(), old.publicJwk(), old.privateCiphertext(), start, start.plusSeconds(1)));
    }

    @Test
    void the_first_mark_of_an_installation_stays() {
        assertThat(onPlatform(() -> installationMark().read())).isEmpty();

        onPlatform(() -> {
            installationMark().set("one");
            installationMark().set("another");
            return true;
        });

        assertThat(onPlatform(() -> installationMark().read())).contains("one");
    }

    private AddUser.Outcome add(Client client, Role role, SecretText password) {
        return add(client.id(), role, password);
    }

    private AddUser.Outcome add(ClientId client, Role role, SecretText password) {
        return identity().addUser().add(new AddUser.Request(email("sam"), "Sam Oduya", client, role, password));
    }

    private List<AuditEntry> auditOf(Client client, Role role) {
        return units().inTenant(
                        new TenantScope(client.id(), new UserId(UUID.randomUUID()), role),
                        () -> audit().newest(client.id(), 10));
    }

    private AuditEntry entry(ClientId client) {
        return new AuditEntry(
                UUID.randomUUID(),
                now.get(),
                client,
                AuditEntry.Actor.user(UUID.randomUUID()),
                AuditAction.OUTREACH_PAUSE,
                AuditEntry.Outcome.OK,
                "client",
                client.value(),
                Map.of("paused_at", new Change(null, "2026-03-01")),
                Map.of("reason", "holiday"),
                from("2001:db8::1"));
    }

    private User user(EmailAddress email) {
        return new User(new UserId(UUID.randomUUID()), email, "Sam", "hash", false, false, now.get(), 0);
    }
}
