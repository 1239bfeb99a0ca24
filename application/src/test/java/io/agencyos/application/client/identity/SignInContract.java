package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.client.identity.store.SignInAttempts;
import io.agencyos.application.shared.Presence;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Signing in, staying and leaving, on every set of stores. Source: api 2 and 6. */
public abstract class SignInContract extends IdentityContract {

    @Test // api 2: roles come from our database; data model 5.1: who is a member of a client is one of its twin
    void a_person_signs_in_and_enters_the_client_and_its_twin_and_no_other() {
        Client client = client("Northlight");
        User user = member(client, "sam", Role.ADMIN);

        Tokens tokens = signedIn(user);

        assertThat(tokens.expiresIn()).isEqualTo(Duration.ofSeconds(900));
        Principal principal = authenticate(tokens).orElseThrow();
        assertThat(principal.userId()).isEqualTo(user.id());
        assertThat(principal.email()).isEqualTo(user.email());
        assertThat(principal.platformAdmin()).isFalse();
        assertThat(principal.access())
                .extracting(ClientAccess::mode, ClientAccess::role)
                .containsExactlyInAnyOrder(tuple(ClientMode.LIVE, Role.ADMIN), tuple(ClientMode.TEST, Role.ADMIN));
        assertThat(principal.scopeIn(client.id())).hasValueSatisfying(scope -> {
            assertThat(scope.role()).isEqualTo(Role.ADMIN);
            assertThat(scope.userId()).isEqualTo(user.id());
        });
        assertThat(principal.scopeIn(client("Other").id())).isEmpty();
        assertThat(principal.scopeIn(new ClientId(UUID.randomUUID()))).isEmpty();
        assertThat(audited(user)).contains(AuditAction.AUTH_LOGIN);
    }

    @Test // api 2: the answer and its timing are the same for unknown e-mails
    void a_wrong_password_an_unknown_address_and_a_suspended_person_cannot_be_told_apart() {
        Client client = client("Northlight");
        User user = member(client, "sam", Role.MEMBER);
        User gone = member(client, "kim", Role.MEMBER);
        suspend(gone);
        int before = passwords.work();

        List<SignIn.Outcome> outcomes = List.of(
                signIn(user, WRONG),
                signIn(email("nobody").value(), PASSWORD, "203.0.113.7"),
                signIn("no address at all", PASSWORD, "203.0.113.7"),
                signIn(gone, PASSWORD));

        assertThat(outcomes).containsOnly(new SignIn.Outcome.BadCredentials());
        assertThat(passwords.work() - before).isEqualTo(4);
        assertThat(audited(user)).contains(AuditAction.AUTH_LOGIN_FAILED);
    }

    @Test // api 2, throttle: 5 failures per (e-mail, /24 or /64) in 15 min → 429 for 15 min
    void five_failures_close_an_address_to_their_network_for_a_quarter_of_an_hour() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        String address = user.email().value();
        for (int i = 1; i <= 5; i++) {
            assertThat(signIn(address, WRONG, "203.0.113." + i)).isEqualTo(new SignIn.Outcome.BadCredentials());
            pass(Duration.ofMinutes(1));
        }
        int before = passwords.work();

        assertThat(signIn(address, PASSWORD, "203.0.113.99"))
                .isEqualTo(new SignIn.Outcome.Throttled(Duration.ofMinutes(14)));
        assertThat(passwords.work()).as("the password is not looked at").isEqualTo(before);
        assertThat(signIn(address, PASSWORD, "198.51.100.1")).isInstanceOf(SignIn.Outcome.SignedIn.class);
        pass(Duration.ofMinutes(14).minusSeconds(1));
        assertThat(signIn(address, PASSWORD, "203.0.113.1")).isInstanceOf(SignIn.Outcome.Throttled.class);
        pass(Duration.ofSeconds(1));
        assertThat(signIn(address, PASSWORD, "203.0.113.1")).isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test // api 2, throttle, by e-mail; data model 3: spellings of one mailbox
    void whoever_spells_an_address_anew_for_each_guess_has_five_of_them_all_the_same() {
        User user = member(client("Northlight"), "kim", Role.MEMBER);
        String address = user.email().value();
        for (String spelling : List.of(
                address,
                address.toUpperCase(Locale.ROOT),
                address.replace("@", "+a@"),
                " " + address.replace('k', '\u212A') + " ",
                address.replace("@", "+\u00e9@"))) {
            assertThat(signIn(spelling, WRONG, "203.0.113.1")).isEqualTo(new SignIn.Outcome.BadCredentials());
        }
        assertThat(signIn(address, PASSWORD, "203.0.113.1")).isInstanceOf(SignIn.Outcome.Throttled.class);
    }

    @Test // api 2, throttle
    void five_failures_spread_over_more_than_a_quarter_of_an_hour_close_nothing() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        for (int i = 0; i < 9; i++) {
            assertThat(signIn(user, WRONG)).isEqualTo(new SignIn.Outcome.BadCredentials());
            assertThat(signIn(user, PASSWORD)).isInstanceOf(SignIn.Outcome.SignedIn.class);
            pass(Duration.ofMinutes(4));
        }
    }

    @Test // api 2, throttle: 20 failures per e-mail per hour from anywhere → extra proof by e-mailed code
    void after_twenty_failures_from_anywhere_the_right_password_needs_a_mailed_code() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        for (int i = 0; i < 20; i++) {
            signIn(user.email().value(), WRONG, "198.51." + i + ".1");
            pass(Duration.ofMinutes(1));
        }

        assertThat(signIn(user.email().value(), PASSWORD, "192.0.2.1"))
                .isInstanceOfSatisfying(
                        SignIn.Outcome.CodeNeeded.class,
                        half -> assertThat(half.byMail()).isTrue());
        assertThat(signIn(user.email().value(), WRONG, "192.0.2.1")).isInstanceOf(SignIn.Outcome.BadCredentials.class);
        pass(Duration.ofMinutes(61));
        assertThat(signIn(user.email().value(), PASSWORD, "192.0.2.1")).isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test // api 2, throttle: attempts made at once cannot outrun the count
    void twenty_guesses_at_once_get_five_answers() throws InterruptedException, ExecutionException {
        User user = member(client("Northlight"), "sam", Role.MEMBER);

        List<SignIn.Outcome> outcomes = atOnce(20, () -> signIn(user, WRONG));

        assertThat(outcomes)
                .filteredOn(SignIn.Outcome.BadCredentials.class::isInstance)
                .hasSize(5);
        assertThat(outcomes)
                .filteredOn(SignIn.Outcome.Throttled.class::isInstance)
                .hasSize(15);
    }

    @Test // api 2: rehash on login when raised
    void a_weaker_hash_is_replaced_at_the_next_sign_in() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        onPlatform(() -> users().update(user.withPasswordHash(passwords.oldHash(PASSWORD))));

        signedIn(user);

        assertThat(onPlatform(() -> users().find(user.id())).orElseThrow().passwordHash())
                .isEqualTo(passwords.hash(PASSWORD));
        signedIn(user);
    }

    @Test // api 2: refresh token 7 days, rotated on each use
    void a_refresh_token_is_changed_for_the_next_and_lives_seven_days() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens first = signedIn(user);
        pass(Duration.ofDays(7).minusSeconds(1));

        Tokens second = refresh(first).orElseThrow();

        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(authenticate(second)).isPresent();
        pass(Duration.ofDays(7));
        assertThat(refresh(second)).isEmpty();
        assertThat(identity().refreshSession().refresh(new SecretText("never issued"), Origin.NONE))
                .isEmpty();
    }

    @Test // api 2: reuse of a rotated token revokes the whole family and writes audit auth.refresh_reuse
    void a_refresh_token_shown_twice_ends_the_sign_in_and_no_other() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens other = signedIn(user);
        Tokens first = signedIn(user);
        Tokens second = refresh(first).orElseThrow();

        assertThat(refresh(first)).isEmpty();

        assertThat(authenticate(second)).isEmpty();
        assertThat(refresh(second)).isEmpty();
        assertThat(refresh(first)).isEmpty();
        assertThat(audited(user)).containsOnlyOnce(AuditAction.AUTH_REFRESH_REUSE);
        assertThat(authenticate(other)).isPresent();
        assertThat(refresh(other)).isPresent();
    }

    @Test // api 2: of two uses at once one is the reuse, and what the other was given dies with the family
    void a_refresh_token_used_at_once_serves_at_most_one_and_ends_the_sign_in()
            throws InterruptedException, ExecutionException {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens first = signedIn(user);

        List<Optional<Tokens>> outcomes = atOnce(8, () -> refresh(first));

        assertThat(outcomes).filteredOn(Optional::isPresent).hasSize(1);
        Tokens won = outcomes.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(authenticate(won)).isEmpty();
        assertThat(refresh(won)).isEmpty();
    }

    @Test // api 2: logout revokes the current family
    void signing_out_ends_this_sign_in_at_once() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens tokens = signedIn(user);
        Tokens elsewhere = signedIn(user);
        Principal principal = authenticate(tokens).orElseThrow();

        identity().signOut().signOut(principal, Origin.NONE);
        identity().signOut().signOut(principal, Origin.NONE);

        assertThat(authenticate(tokens)).isEmpty();
        assertThat(refresh(tokens)).isEmpty();
        assertThat(authenticate(elsewhere)).isPresent();
        assertThat(audited(user)).containsOnlyOnce(AuditAction.AUTH_LOGOUT);
    }

    @Test // api 2: revocation must act at once; api 3: role changes act on the next request
    void a_changed_role_and_a_suspension_count_from_the_next_request() {
        Client client = client("Northlight");
        User user = member(client, "sam", Role.OWNER);
        Tokens tokens = signedIn(user);

        onPlatform(() -> {
            users().putMembership(new Membership(client.id(), user.id(), Role.VIEWER, now.get()));
            return true;
        });
        assertThat(authenticate(tokens)
                        .orElseThrow()
                        .scopeIn(client.id())
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.VIEWER);

        suspend(onPlatform(() -> users().find(user.id())).orElseThrow());
        assertThat(authenticate(tokens)).isEmpty();
        assertThat(refresh(tokens)).isEmpty();
    }

    @Test // api 2: revocation must act at once; api 3: role changes act on the next request
    void who_is_remembered_enters_only_while_the_sign_in_and_the_role_are_what_they_were() {
        Client client = client("Northlight");
        User user = member(client, "sam", Role.ADMIN);
        Tokens tokens = signedIn(user);
        assertThat(identity().authenticateRequest().remembered(tokens.accessToken()))
                .isEmpty();
        Principal known = authenticate(tokens).orElseThrow();
        assertThat(identity().authenticateRequest().remembered(tokens.accessToken()))
                .contains(known);
        assertThat(enters(known, client)).isTrue();

        role(client, user, Role.VIEWER);
        assertThat(enters(known, client)).isFalse();
        role(client, user, Role.ADMIN);
        assertThat(enters(known, client)).isTrue();
        onPlatform(() -> {
            users().endMembership(client.id(), user.id(), now.get());
            return true;
        });
        assertThat(enters(known, client)).isFalse();
        role(client, user, Role.ADMIN);
        onPlatform(() -> sessions().revokeFamily(known.family(), now.get()));
        assertThat(enters(known, client)).isFalse();

        Principal again = authenticate(signedIn(user)).orElseThrow();
        assertThat(enters(again, client)).isTrue();
        suspend(onPlatform(() -> users().find(user.id())).orElseThrow());
        assertThat(enters(again, client)).isFalse();
    }

    @Test // data model 7: what is past its time of keeping goes, and nothing else
    void sign_ins_links_and_attempts_are_forgotten_after_their_time() {
        User user = member(client("Northlight"), "sam", Role.ADMIN);
        Tokens tokens = signedIn(user);
        OneTimeToken link = new OneTimeToken(
                UUID.randomUUID().toString().replace("-", "").repeat(2),
                OneTimeToken.Purpose.RESET,
                user.id(),
                Map.of(),
                now.get().plus(Duration.ofMinutes(30)),
                null);
        onPlatform(() -> {
            stores().accounts().oneTimeTokens().insert(link);
            return true;
        });

        SignInAttempts.Attempt attempt =
                new SignInAttempts.Attempt(UUID.randomUUID(), "a0".repeat(32), null, false, now.get());
        onPlatform(() -> {
            attempts().add(attempt);
            return true;
        });

        assertThat(leftAfter(Duration.ofDays(2), tokens, link, attempt)).containsExactly(true, true, true);
        assertThat(leftAfter(Duration.ofHours(1), tokens, link, attempt)).containsExactly(true, true, false);
        assertThat(leftAfter(Duration.ofDays(28), tokens, link, attempt)).containsExactly(true, false, false);
        assertThat(leftAfter(Duration.ofDays(7), tokens, link, attempt)).containsExactly(false, false, false);
    }

    /** What is still there of a sign-in, a link and an attempt, once everything old was removed. */
    private List<Boolean> leftAfter(Duration time, Tokens tokens, OneTimeToken link, SignInAttempts.Attempt attempt) {
        pass(time);
        return onPlatform(() -> {
            sessions().removeOld(now.get(), 1_000);
            stores().accounts().oneTimeTokens().removeOld(now.get(), 1_000);
            attempts().removeOld(now.get(), 1_000);
            return List.of(
                    sessions().find(SessionTokens.hash(tokens.refreshToken())).isPresent(),
                    stores().accounts()
                            .oneTimeTokens()
                            .findForUpdate(link.tokenHash())
                            .isPresent(),
                    !attempts()
                            .failures(attempt.addressHash(), Instant.EPOCH, 1)
                            .isEmpty());
        });
    }

    @Test // identity decisions: a name is remembered for thirty seconds
    void nobody_is_remembered_for_longer_than_half_a_minute() {
        Tokens tokens = signedIn(member(client("Northlight"), "sam", Role.ADMIN));
        assertThat(authenticate(tokens)).isPresent();
        pass(Duration.ofSeconds(29));
        assertThat(identity().authenticateRequest().remembered(tokens.accessToken()))
                .isPresent();
        pass(Duration.ofSeconds(1));
        assertThat(identity().authenticateRequest().remembered(tokens.accessToken()))
                .isEmpty();
    }

    private void role(Client client, User user, Role role) {
        onPlatform(() -> {
            users().putMembership(new Membership(client.id(), user.id(), role, now.get()));
            return true;
        });
    }

    /** Whether a unit opens for somebody remembered, as the API does it: what no store confirms is asked anew. */
    private boolean enters(Principal known, Client client) {
        TenantScope scope = known.scopeIn(client.id()).orElseThrow();
        Presence presence = new Presence(known.userId(), known.family(), now.get());
        try {
            presence.within(() -> units().<Boolean>inTenant(scope, () -> true));
        } catch (Presence.Lost over) {
            return false;
        }
        return presence.confirmed() || stillIs(known, scope);
    }

    private boolean stillIs(Principal known, TenantScope scope) {
        return onPlatform(() -> users().find(known.userId())
                        .filter(person -> !person.suspended())
                        .flatMap(person -> sessions().usable(known.family(), now.get()))
                        .isPresent()
                && users().access(known.userId()).stream()
                        .anyMatch(entry -> entry.clientId().equals(scope.clientId()) && entry.role() == scope.role()));
    }

    @Test // api 6: in the transaction of the change; actor, origin and outcome
    void a_sign_in_is_audited_with_where_it_came_from() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        signIn(user, WRONG);
        signedIn(user);

        List<AuditEntry> entries = onPlatform(() -> audit().newest(null, 1_000)).stream()
                .filter(entry -> user.id().value().equals(entry.resourceId()))
                .toList();

        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.AUTH_LOGIN);
            assertThat(entry.actor()).isEqualTo(AuditEntry.Actor.user(user.id().value()));
            assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.OK);
            assertThat(entry.origin()).isEqualTo(from("203.0.113.7"));
            assertThat(entry.metadata()).containsOnlyKeys("session_id");
        });
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.AUTH_LOGIN_FAILED);
            assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.DENIED);
        });
    }

    @Test
    void no_password_and_no_token_is_shown_by_accident() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens tokens = signedIn(user);
        var request = new SignIn.Request("sam@agency.example", PASSWORD, Origin.NONE);

        assertThat(request.toString() + tokens + user + PASSWORD)
                .doesNotContain(PASSWORD.reveal())
                .doesNotContain(tokens.accessToken().reveal())
                .doesNotContain(tokens.refreshToken().reveal())
                .doesNotContain(passwords.hash(PASSWORD));
    }

    private void suspend(User user) {
        onPlatform(() -> users().update(new User(
                user.id(),
                user.email(),
                user.fullName(),
                user.passwordHash(),
                user.platformAdmin(),
                true,
                user.createdAt(),
                user.version())));
    }

    private Optional<Principal> authenticate(Tokens tokens) {
        return identity().authenticateRequest().authenticate(tokens.accessToken());
    }

    private Optional<Tokens> refresh(Tokens tokens) {
        return identity().refreshSession().refresh(tokens.refreshToken(), Origin.NONE);
    }

    private <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        identity();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<T> results = new ArrayList<>();
            List<Callable<T>> calls = Collections.nCopies(times, work);
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
