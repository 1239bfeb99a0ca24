package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.identity.session.AuthenticateRequest.Entry;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.identity.store.OutsideIdentities;
import io.agencyos.application.client.staff.AppointFirstStaff;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.testing.ProviderBook;
import io.agencyos.application.testing.TokenBook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People whom an identity provider outside signs in, on every set of stores. Source: api 2; supabase-auth 2, 4. */
public abstract class OutsideSignInContract extends IdentityContract {

    private final ProviderBook provider = new ProviderBook(now::get);
    private final String subject = UUID.randomUUID().toString();

    protected abstract OutsideIdentities identities();

    protected abstract PeopleBook book();

    private AppointFirstStaff.Outcome appoint(String who, String email) {
        return new AppointFirstStaff(
                        ProviderBook.ISSUER,
                        new AppointFirstStaff.Ports(identities(), users(), book(), audit()),
                        units(),
                        now::get,
                        UUID::randomUUID)
                .appoint(who, new EmailAddress(email));
    }

    private OutsideSignIn door(boolean selfSignUp) {
        return new OutsideSignIn(
                provider,
                identities(),
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
                UUID::randomUUID,
                new Chance(),
                selfSignUp);
    }

    private static Principal let(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.Known.class);
        return ((Entry.Known) entry).principal();
    }

    private static ClientId live(Principal principal) {
        return principal.access().stream()
                .filter(access -> access.mode() == ClientMode.LIVE)
                .map(ClientAccess::clientId)
                .findFirst()
                .orElseThrow();
    }

    private Principal arrive(AuthenticateRequest door, String who, EmailAddress email) {
        provider.knows(who, email, true, email.value().split("@", 2)[0]);
        return let(door.enter(provider.token(who, "first", false), from("203.0.113.7")));
    }

    @Test // api 2, provisioning: user, client, twin and owner membership in one transaction; once
    void whoever_comes_for_the_first_time_gets_a_client_with_its_twin_once() {
        OutsideSignIn door = door(true);

        Principal first = arrive(door, subject, email("lee"));
        Principal again = let(door.enter(provider.token(subject, "second", false), Origin.NONE));

        assertThat(again.userId()).isEqualTo(first.userId());
        assertThat(again.access())
                .extracting(ClientAccess::mode, ClientAccess::role)
                .containsExactlyInAnyOrder(tuple(ClientMode.LIVE, Role.OWNER), tuple(ClientMode.TEST, Role.OWNER));
        assertThat(again.platformAdmin()).isFalse();
    }

    @Test // api 2: client name from the company_name claim, else {full name}'s Agency
    void a_client_without_a_name_is_called_after_its_owner() {
        provider.knows(subject, email("lee"), true, null);

        Principal lee = let(door(true).enter(provider.token(subject, "first", false), Origin.NONE));

        assertThat(lee.access().getFirst().name()).startsWith("Lee Brandt's Agency");
    }

    @Test // api 2: a concurrent first login creates exactly one client
    void of_many_requests_at_once_with_a_first_token_one_makes_the_person() throws Exception {
        OutsideSignIn door = door(true);
        provider.knows(subject, email("lee"), true, "Rush " + subject);
        SecretText token = provider.token(subject, "first", false);

        List<Entry> entries;
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Entry> knock = () -> door.enter(token, Origin.NONE);
            entries = many.invokeAll(Stream.generate(() -> knock).limit(6).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(entries)
                .extracting(entry -> let(entry).userId())
                .containsOnly(let(entries.getFirst()).userId());
        assertThat(let(door.enter(token, Origin.NONE)).access()).hasSize(2);
    }

    @Test // supabase-auth 2: two subjects with one email are two users
    void two_subjects_with_one_address_are_two_people() {
        OutsideSignIn door = door(true);

        Principal one = arrive(door, subject, email("lee"));
        Principal other = arrive(door, subject + "-2", email("lee"));

        assertThat(other.userId()).isNotEqualTo(one.userId());
        assertThat(other.access())
                .extracting(ClientAccess::clientId)
                .doesNotContainAnyElementsOf(
                        one.access().stream().map(ClientAccess::clientId).toList());
    }

    @Test // api 2: user.id found by (iss, sub); an address alone opens nothing
    void a_person_with_a_password_here_is_not_taken_over_by_a_subject_with_the_same_address() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);

        Principal other = arrive(door(true), subject, sam.email());

        assertThat(other.userId()).isNotEqualTo(sam.id());
        assertThat(other.scopeIn(client.id())).isEmpty();
        assertThat(onPlatform(() -> users().findByEmail(sam.email().key()))).contains(sam);
    }

    @Test // api 2: if a pending invitation for that e-mail exists, the user is created and attached
    void whoever_was_invited_is_let_in_and_gets_no_client_of_their_own() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        TenantScope owner = new TenantScope(client.id(), sam.id(), Role.OWNER);
        identity().inviteMember().invite(owner, email("lee"), Role.MEMBER, Origin.NONE);

        Principal lee = arrive(door(true), subject, email("lee"));

        assertThat(lee.access()).hasSize(2).allMatch(access -> access.role() == Role.MEMBER);
        assertThat(lee.scopeIn(client.id())).isPresent();
        assertThat(identity().inviteMember().pending(owner)).isEmpty();
        assertThat(identity().inviteMember().invite(owner, email("lee"), Role.MEMBER, Origin.NONE))
                .isEqualTo(new InviteMember.Outcome.AlreadyMember());
    }

    @Test // api 2: otherwise, if self_signup=true; supabase-auth 1: unknown user 401
    void a_stranger_is_nobody_where_nobody_may_sign_up() {
        provider.knows(subject, email("lee"), true, null);

        assertThat(door(false).enter(provider.token(subject, "first", false), Origin.NONE))
                .isEqualTo(new Entry.TokenInvalid());
        assertThat(onPlatform(() -> identities().find(ProviderBook.ISSUER, subject)))
                .isEmpty();
    }

    @Test // api 2: unverified e-mail 403 email_unverified; supabase-auth contract test 8
    void an_address_that_is_not_proved_opens_nothing() {
        provider.knows(subject, email("lee"), false, null);
        provider.knows(subject + "-2", null, true, null);

        assertThat(door(true).enter(provider.token(subject, "first", false), Origin.NONE))
                .isEqualTo(new Entry.EmailUnverified());
        assertThat(door(true).enter(provider.token(subject + "-2", "first", false), Origin.NONE))
                .isEqualTo(new Entry.EmailUnverified());
    }

    @Test // supabase-auth 1: session_id not in the local revocation list
    void a_sign_in_that_was_ended_here_stays_ended_though_its_tokens_are_genuine() {
        OutsideSignIn door = door(true);
        Principal lee = arrive(door, subject, email("lee"));
        identity().signOut().signOut(lee, Origin.NONE);

        SecretText sameSession = provider.token(subject, "first", false);
        SecretText anotherSession = provider.token(subject, "second", false);

        assertThat(door.enter(sameSession, Origin.NONE)).isEqualTo(new Entry.TokenInvalid());
        assertThat(door.remembered(sameSession)).isEmpty();
        assertThat(let(door.enter(anotherSession, Origin.NONE)).userId()).isEqualTo(lee.userId());
    }

    @Test // supabase-auth contract test 6: membership removed, next request; valid token, user disabled 401
    void what_is_taken_away_here_is_gone_at_the_next_request() {
        OutsideSignIn door = door(true);
        SecretText token = provider.token(subject, "first", false);
        Principal lee = arrive(door, subject, email("lee"));
        onPlatform(() -> {
            users().endMembership(live(lee), lee.userId(), now.get());
            return true;
        });
        assertThat(let(door.enter(token, Origin.NONE)).access()).isEmpty();

        onPlatform(() -> {
            User person = users().find(lee.userId()).orElseThrow();
            return users().update(new User(
                    person.id(),
                    person.email(),
                    person.fullName(),
                    null,
                    false,
                    true,
                    person.createdAt(),
                    person.version()));
        });

        assertThat(door.enter(token, Origin.NONE)).isEqualTo(new Entry.TokenInvalid());
        assertThat(door.authenticate(token)).isEmpty();
    }

    @Test // api 2: with an external issuer the second factor is the provider's
    void a_sign_in_goes_on_with_its_next_token_and_keeps_the_second_factor_that_it_proved() {
        OutsideSignIn door = door(true);
        Principal first = arrive(door, subject, email("lee"));
        assertThat(first.secondFactor()).isFalse();

        Principal proved = let(door.enter(provider.token(subject, "first", true), Origin.NONE));
        pass(Duration.ofMinutes(50));
        SecretText next = provider.token(subject, "first", false);
        let(door.enter(next, Origin.NONE));
        pass(Duration.ofMinutes(50));

        assertThat(proved.secondFactor()).isTrue();
        assertThat(proved.family()).isEqualTo(first.family());
        assertThat(let(door.enter(next, Origin.NONE)).secondFactor()).isTrue();
        assertThat(door.remembered(next)).isPresent();
        assertThat(onPlatform(() -> sessions().usable(first.userId(), now.get())))
                .hasSize(1);
        pass(Duration.ofMinutes(20));
        assertThat(door.enter(next, Origin.NONE)).isEqualTo(new Entry.TokenInvalid());
    }

    @Test // supabase-auth 1: key set unavailable, 503
    void where_the_provider_is_away_nobody_is_let_in_or_told_to_be_nobody() {
        provider.goAway();

        assertThat(door(true).enter(provider.token(subject, "first", false), Origin.NONE))
                .isEqualTo(new Entry.ProviderAway(Duration.ofSeconds(30)));
    }

    @Test // api 2: unique index on (iss, sub)
    void a_subject_belongs_to_one_person() {
        UserId lee = arrive(door(true), subject, email("lee")).userId();

        assertThat(onPlatform(() -> identities().find(ProviderBook.ISSUER, subject)))
                .contains(lee);
        assertThat(onPlatform(() -> identities().find("https://else.example", subject)))
                .isEmpty();
        assertThatThrownBy(() -> onPlatform(() -> {
                    identities().link(ProviderBook.ISSUER, subject, lee);
                    return true;
                }))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        taken -> assertThat(taken.constraint()).isEqualTo("user_identity_pkey"));
    }

    @Test // api 2, first start; 3: afterwards only by staff; vendors/supabase-auth 2: a subject, never an address alone
    void the_first_of_the_staff_is_named_by_the_providers_subject_and_nobody_after_that() {
        AppointFirstStaff.Outcome first = appoint(subject, subject + "@agency.example");

        User staff = ((AppointFirstStaff.Outcome.Appointed) first).staff();
        assertThat(staff.platformAdmin()).isTrue();
        Principal arrived = let(door(false).enter(provider.token(subject, "first", true), Origin.NONE));
        assertThat(arrived.userId()).isEqualTo(staff.id());
        assertThat(arrived.platformAdmin()).isTrue();
        assertThat(arrived.secondFactor()).isTrue();
        assertThat(appoint("another", "another@agency.example"))
                .isEqualTo(new AppointFirstStaff.Outcome.StaffIsThere());

        User dismissed = onPlatform(
                () -> book().standing(users().find(staff.id()).orElseThrow().standing(false, false, staff.version())));
        assertThat(dismissed.platformAdmin()).isFalse();
        assertThat(appoint(subject, "other@agency.example"))
                .as("who has signed in is known by the subject, and keeps the address")
                .isInstanceOfSatisfying(AppointFirstStaff.Outcome.Appointed.class, again -> {
                    assertThat(again.made()).isFalse();
                    assertThat(again.staff().id()).isEqualTo(staff.id());
                    assertThat(again.staff().email()).isEqualTo(staff.email());
                });
    }
}
