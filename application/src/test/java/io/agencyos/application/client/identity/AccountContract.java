package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.session.ManageSessions;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountPostman;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.QuickPasswords;
import io.agencyos.application.testing.TokenBook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.Totp;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People's own accounts, on every set of stores. Source: api 2. */
public abstract class AccountContract extends IdentityContract {

    private static final SecretText FRESH = new SecretText("another horse another staple");
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");
    private static final Pattern MAILED = Pattern.compile("\\b\\d{8}\\b");

    private final TokenBook tokens = new TokenBook(now::get);

    private AccountUseCases accounts(boolean selfSignUp) {
        return accounts(now::get, selfSignUp);
    }

    private AccountUseCases accounts(ClockPort devices, boolean selfSignUp) {
        return new AccountUseCases(
                new IdentityPorts(
                        clients(),
                        users(),
                        invitations(),
                        sessions(),
                        attempts(),
                        new QuickPasswords(),
                        tokens,
                        audit(),
                        stores().accounts()),
                credits(),
                units(),
                now::get,
                devices,
                UUID::randomUUID,
                new Chance(),
                selfSignUp);
    }

    private Optional<Principal> authenticate(Tokens signedIn) {
        return identity().authenticateRequest().authenticate(signedIn.accessToken());
    }

    private Principal principal(Tokens signedIn) {
        return authenticate(signedIn).orElseThrow();
    }

    /** What was written to this address since the last look, oldest first. */
    private List<AccountMail> letters(EmailAddress to) {
        List<AccountMail> posted = new ArrayList<>();
        DeliverAccountMails delivery = delivery(mail -> {
            posted.add(mail);
            return AccountPostman.Outcome.TAKEN;
        });
        while (delivery.run(100) > 0) {
            // the next ones
        }
        return posted.stream().filter(mail -> mail.to().equals(to)).toList();
    }

    private DeliverAccountMails delivery(AccountPostman by) {
        return new DeliverAccountMails(stores().accounts().mails(), by, units(), now::get);
    }

    private static SecretText token(AccountMail letter) {
        Matcher found = TOKEN.matcher(letter.text());
        assertThat(found.find()).as(letter.text()).isTrue();
        return new SecretText(found.group(1));
    }

    @Test // api 2: revokes other sessions
    void another_password_ends_the_other_sign_ins_and_is_told_by_letter() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens other = signedIn(user);
        Tokens here = signedIn(user);
        ChangePassword change = accounts(false).changePassword();

        assertThat(change.change(principal(here), WRONG, FRESH, Origin.NONE))
                .isEqualTo(new ChangePassword.Outcome.WrongPassword());
        assertThat(change.change(principal(here), PASSWORD, new SecretText("short"), Origin.NONE))
                .isEqualTo(new ChangePassword.Outcome.WeakPassword(PasswordPolicy.Fault.TOO_SHORT));
        assertThat(change.change(principal(here), PASSWORD, FRESH, Origin.NONE))
                .isEqualTo(new ChangePassword.Outcome.Changed(1));

        assertThat(authenticate(other)).isEmpty();
        assertThat(authenticate(here)).isPresent();
        assertThat(signIn(user, FRESH)).isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(audited(user)).contains(AuditAction.AUTH_PASSWORD_CHANGED);
        assertThat(letters(user.email())).extracting(AccountMail::subject).containsExactly("Your password was changed");
    }

    @Test // api 2: password reset 30 min; single use, stored hashed; reset revokes all sessions and refresh tokens
    void a_forgotten_password_is_set_anew_by_a_link_once_within_half_an_hour() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens signedIn = signedIn(user);
        RecoverPassword recover = accounts(false).recoverPassword();
        recover.request(email("nobody"), Origin.NONE);
        recover.request(user.email(), Origin.NONE);
        SecretText first = token(letters(user.email()).getFirst());
        recover.request(user.email(), Origin.NONE);
        SecretText link = token(letters(user.email()).getFirst());

        assertThat(recover.reset(first, FRESH, Origin.NONE))
                .as("a newer link ends the older one")
                .isEqualTo(new RecoverPassword.Outcome.LinkExpired());
        assertThat(recover.reset(link, new SecretText("short"), Origin.NONE))
                .isEqualTo(new RecoverPassword.Outcome.WeakPassword(PasswordPolicy.Fault.TOO_SHORT));
        assertThat(recover.reset(link, FRESH, Origin.NONE)).isEqualTo(new RecoverPassword.Outcome.Reset(1));
        assertThat(recover.reset(link, FRESH, Origin.NONE)).isEqualTo(new RecoverPassword.Outcome.LinkExpired());
        assertThat(authenticate(signedIn)).isEmpty();
        assertThat(signIn(user, FRESH)).isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(letters(email("nobody"))).isEmpty();
    }

    @Test // api 2: password reset 30 min
    void a_link_for_a_password_is_too_old_after_half_an_hour() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        RecoverPassword recover = accounts(false).recoverPassword();
        recover.request(user.email(), Origin.NONE);
        SecretText link = token(letters(user.email()).getFirst());

        pass(Duration.ofMinutes(30));

        assertThat(recover.reset(link, FRESH, Origin.NONE)).isEqualTo(new RecoverPassword.Outcome.LinkExpired());
    }

    @Test // api 2: 202 always, verification mail; user + client + twin + owner membership
    void who_signs_up_is_nobody_until_the_address_is_proved_and_then_owns_a_client() {
        EmailAddress lee = email("lee");
        String company = "Harbour Lane " + UUID.randomUUID();
        ProveAddress addresses = accounts(true).addresses();
        ProveAddress.SignUp wish = new ProveAddress.SignUp("Lee Tan", company, lee, PASSWORD);

        assertThat(accounts(false).addresses().signUp(wish, Origin.NONE))
                .isEqualTo(new ProveAddress.Asked.SwitchedOff());
        assertThat(addresses.signUp(wish, Origin.NONE)).isEqualTo(new ProveAddress.Asked.Accepted());
        assertThat(signIn(lee.value(), PASSWORD, "203.0.113.7")).isEqualTo(new SignIn.Outcome.BadCredentials());
        SecretText first = token(letters(lee).getFirst());
        addresses.again(new EmailAddress(lee.value().replace("@", "+somebody@")));
        List<AccountMail> sent = letters(lee);
        assertThat(sent)
                .as("a link goes to the address that it proves, however the one was spelt that asked")
                .hasSize(1);
        SecretText link = token(sent.getFirst());

        assertThat(addresses.prove(first, Origin.NONE)).isEqualTo(ProveAddress.Proved.LINK_EXPIRED);
        assertThat(addresses.prove(link, Origin.NONE)).isEqualTo(ProveAddress.Proved.DONE);
        assertThat(addresses.prove(link, Origin.NONE)).isEqualTo(ProveAddress.Proved.LINK_EXPIRED);

        User user = onPlatform(() -> users().findByEmail(lee.key())).orElseThrow();
        assertThat(principal(signedIn(user)).access())
                .extracting(ClientAccess::name, ClientAccess::role)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(company, Role.OWNER))
                .hasSize(2);
        assertThat(addresses.signUp(wish, Origin.NONE)).as("told alike").isEqualTo(new ProveAddress.Asked.Accepted());
        assertThat(letters(lee)).isEmpty();
    }

    @Test // api 2: takes effect when the link sent to the new address is posted; the old one is told
    void another_address_takes_over_when_it_is_proved() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Principal sam = principal(signedIn(user));
        EmailAddress next = email("samuel");
        ProveAddress addresses = accounts(false).addresses();

        assertThat(addresses.changeEmail(sam, WRONG, next, Origin.NONE))
                .isEqualTo(new ProveAddress.Asked.WrongPassword());
        assertThat(addresses.changeEmail(sam, PASSWORD, next, Origin.NONE))
                .isEqualTo(new ProveAddress.Asked.Accepted());
        assertThat(onPlatform(() -> users().findByEmail(next.key()))).isEmpty();
        List<AccountMail> written = letters(next);

        assertThat(addresses.prove(token(written.getFirst()), Origin.NONE)).isEqualTo(ProveAddress.Proved.DONE);
        assertThat(onPlatform(() -> users().findByEmail(next.key())))
                .hasValueSatisfying(moved -> assertThat(moved.id()).isEqualTo(user.id()));
        assertThat(onPlatform(() -> users().findByEmail(user.email().key()))).isEmpty();
    }

    @Test // api 2: sessions: device, ip, last seen
    void a_person_sees_where_she_is_signed_in_and_ends_one_of_them() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Tokens other = signedIn(user);
        pass(Duration.ofMinutes(1));
        Principal here = principal(signedIn(user));
        Principal stranger = principal(signedIn(member(client("Farfield"), "kim", Role.OWNER)));
        ManageSessions sessions = accounts(false).sessions();

        assertThat(sessions.list(here)).hasSize(2).first().satisfies(session -> {
            assertThat(session.family()).isEqualTo(here.family());
            assertThat(session.userAgent()).isEqualTo("Browser/1");
        });
        assertThat(sessions.end(stranger, here.family(), Origin.NONE)).isFalse();
        assertThat(sessions.end(here, principal(other).family(), Origin.NONE)).isTrue();
        assertThat(authenticate(other)).isEmpty();
        assertThat(sessions.list(here)).hasSize(1);
    }

    @Test // api 2: each code accepted once, ten one-time recovery codes, five wrong codes void the mfa_token
    void a_second_factor_is_asked_for_once_it_is_confirmed() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Principal sam = principal(signedIn(user));
        KeepSecondFactor factor = accounts(false).secondFactor();
        byte[] seed = unBase32(factor.begin(sam).orElseThrow().secret().reveal());
        assertThat(signIn(user, PASSWORD)).as("not confirmed yet").isInstanceOf(SignIn.Outcome.SignedIn.class);

        assertThat(factor.confirm(sam, "000000", Origin.NONE)).isEqualTo(new KeepSecondFactor.Confirmed.WrongCode());
        KeepSecondFactor.Confirmed.On on = (KeepSecondFactor.Confirmed.On) factor.confirm(sam, code(seed), Origin.NONE);
        assertThat(on.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(factor.begin(sam)).as("one is in force").isEmpty();

        CompleteSignIn complete = accounts(false).completeSignIn();
        assertThat(complete.complete(half(user), code(seed), Origin.NONE))
                .as("this code was taken already")
                .isEmpty();
        pass(Duration.ofSeconds(30));
        Tokens whole = complete.complete(half(user), code(seed), Origin.NONE).orElseThrow();
        assertThat(accounts(false).sessions().list(sam))
                .filteredOn(session -> session.secondFactor())
                .hasSize(2);
        assertThat(tokens.read(whole.accessToken())).isPresent();

        String recovery = on.recoveryCodes().getFirst().reveal();
        assertThat(complete.complete(half(user), recovery, Origin.NONE)).isPresent();
        assertThat(complete.complete(half(user), recovery, Origin.NONE))
                .as("once")
                .isEmpty();

        SecretText half = half(user);
        for (int i = 0; i < 5; i++) {
            assertThat(complete.complete(half, "000000", Origin.NONE)).isEmpty();
        }
        pass(Duration.ofSeconds(30));
        assertThat(complete.complete(half, code(seed), Origin.NONE))
                .as("five wrong codes end it")
                .isEmpty();
        SecretText old = half(user);
        pass(Duration.ofMinutes(5));
        assertThat(complete.complete(old, code(seed), Origin.NONE))
                .as("five minutes")
                .isEmpty();

        assertThat(factor.remove(sam, WRONG, code(seed), Origin.NONE))
                .isEqualTo(KeepSecondFactor.Removed.WRONG_PASSWORD);
        assertThat(factor.remove(sam, PASSWORD, "000000", Origin.NONE)).isEqualTo(KeepSecondFactor.Removed.WRONG_CODE);
        assertThat(factor.remove(sam, PASSWORD, code(seed), Origin.NONE)).isEqualTo(KeepSecondFactor.Removed.DONE);
        assertThat(signIn(user, PASSWORD)).isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test // a world whose time was moved on is signed in to with the codes that a telephone shows
    void codes_are_those_of_the_clock_by_which_devices_go() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        Principal sam = principal(signedIn(user));
        Instant phone = now.get().minus(Duration.ofDays(230));
        AccountUseCases here = accounts(() -> phone, false);
        byte[] seed =
                unBase32(here.secondFactor().begin(sam).orElseThrow().secret().reveal());

        assertThat(here.secondFactor().confirm(sam, code(seed), Origin.NONE))
                .as("the world's own time")
                .isEqualTo(new KeepSecondFactor.Confirmed.WrongCode());
        assertThat(here.secondFactor().confirm(sam, Totp.code(seed, Totp.step(phone)), Origin.NONE))
                .isInstanceOf(KeepSecondFactor.Confirmed.On.class);
    }

    private Role roleIn(Client client, User user) {
        return onPlatform(() -> users().membership(client.id(), user.id()))
                .orElseThrow()
                .role();
    }

    @Test // api 2: the named member only; both roles change in one transaction; used → 410
    void a_member_takes_over_a_client_by_the_link_that_the_owner_had_mailed() {
        Client client = client("Northlight");
        User owner = member(client, "ana", Role.OWNER);
        User heir = member(client, "sam", Role.MEMBER);
        User other = member(client, "kim", Role.ADMIN);
        TransferOwnership ownership = accounts(false).ownership();
        TenantScope scope = new TenantScope(client.id(), owner.id(), Role.OWNER);

        assertThat(ownership.offer(scope, heir.id(), Origin.NONE))
                .isEqualTo(new TransferOwnership.Offer.Sent(now.get().plus(Duration.ofDays(1))));
        SecretText link = token(letters(heir.email()).getFirst());
        assertThat(roleIn(client, heir)).as("a link alone changes nothing").isEqualTo(Role.MEMBER);
        assertThat(ownership.accept(link, principal(signedIn(other)), Origin.NONE))
                .isEqualTo(new TransferOwnership.Answer.NotYours());
        assertThat(ownership.accept(link, principal(signedIn(heir)), Origin.NONE))
                .isEqualTo(new TransferOwnership.Answer.Transferred(client.id()));

        assertThat(roleIn(client, heir)).isEqualTo(Role.OWNER);
        assertThat(roleIn(client, owner)).isEqualTo(Role.ADMIN);
        assertThat(onPlatform(() -> audit().newest(client.id(), 100)))
                .filteredOn(entry -> entry.action() == AuditAction.UPDATE)
                .extracting(AuditEntry::resourceId)
                .containsExactlyInAnyOrder(heir.id().value(), owner.id().value());
        assertThat(ownership.accept(link, principal(signedIn(heir)), Origin.NONE))
                .isEqualTo(new TransferOwnership.Answer.LinkExpired());
    }

    @Test // api 2, 9.2
    void who_offered_must_still_be_owner_and_who_was_named_still_a_member_and_the_link_not_a_day_old() {
        Client client = client("Northlight");
        User owner = member(client, "ana", Role.OWNER);
        User first = member(client, "sam", Role.MEMBER);
        User second = member(client, "kim", Role.MEMBER);
        TransferOwnership ownership = accounts(false).ownership();
        TenantScope scope = new TenantScope(client.id(), owner.id(), Role.OWNER);
        TransferOwnership.Answer over = new TransferOwnership.Answer.LinkExpired();

        assertThat(ownership.offer(scope, owner.id(), Origin.NONE))
                .isEqualTo(new TransferOwnership.Offer.NotEligible());
        assertThat(ownership.offer(
                        scope, member(client("Farfield"), "lee", Role.OWNER).id(), Origin.NONE))
                .isEqualTo(new TransferOwnership.Offer.NotFound());
        ownership.offer(scope, first.id(), Origin.NONE);
        SecretText late = token(letters(first.email()).getFirst());
        pass(Duration.ofDays(1));
        assertThat(ownership.accept(late, principal(signedIn(first)), Origin.NONE))
                .isEqualTo(over);

        ownership.offer(scope, first.id(), Origin.NONE);
        SecretText one = token(letters(first.email()).getFirst());
        ownership.offer(scope, second.id(), Origin.NONE);
        SecretText two = token(letters(second.email()).getFirst());
        onPlatform(() -> {
            users().endMembership(client.id(), first.id(), now.get());
            return true;
        });
        assertThat(ownership.accept(one, principal(signedIn(first)), Origin.NONE))
                .isEqualTo(over);
        ownership.offer(scope, second.id(), Origin.NONE);
        SecretText again = token(letters(second.email()).getFirst());
        assertThat(ownership.accept(two, principal(signedIn(second)), Origin.NONE))
                .isEqualTo(new TransferOwnership.Answer.Transferred(client.id()));
        assertThat(ownership.accept(again, principal(signedIn(second)), Origin.NONE))
                .isEqualTo(over);
    }

    @Test // api 2, throttle: extra proof by e-mailed code, mailed at that moment; five wrong codes void the mfa_token
    void a_mailed_code_completes_the_sign_in_of_somebody_whose_password_many_have_guessed_at() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        for (int i = 0; i < 20; i++) {
            signIn(user.email().value(), WRONG, "198.51." + i + ".1");
        }
        assertThat(letters(user.email())).isEmpty();
        CompleteSignIn complete = accounts(false).completeSignIn();

        SecretText half = half(user);
        Matcher code = MAILED.matcher(letters(user.email()).getFirst().text());
        assertThat(code.find()).isTrue();
        assertThat(complete.complete(half, "00000000", Origin.NONE)).isEmpty();
        Tokens whole =
                complete.complete(half, " " + code.group() + " ", Origin.NONE).orElseThrow();
        assertThat(onPlatform(() -> stores().sessions()
                        .usable(tokens.read(whole.accessToken()).orElseThrow().family(), now.get())))
                .hasValueSatisfying(session -> assertThat(session.secondFactor())
                        .as("a letter is no second factor")
                        .isFalse());
        assertThat(complete.complete(half, code.group(), Origin.NONE))
                .as("once")
                .isEmpty();

        SecretText other = half(user);
        for (int i = 0; i < 5; i++) {
            assertThat(complete.complete(other, code.group() + "0", Origin.NONE))
                    .isEmpty();
        }
        Matcher next = MAILED.matcher(letters(user.email()).getFirst().text());
        assertThat(next.find()).isTrue();
        assertThat(complete.complete(other, next.group(), Origin.NONE))
                .as("five wrong ones")
                .isEmpty();
    }

    private SecretText half(User user) {
        return ((SignIn.Outcome.CodeNeeded) signIn(user, PASSWORD)).mfaToken();
    }

    private String code(byte[] seed) {
        return Totp.code(seed, Totp.step(now.get()));
    }

    private static byte[] unBase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char one : text.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    @Test // api 2: a letter waits for the mail server, and is given up after a day
    void a_letter_that_cannot_go_is_tried_again_rarer_each_time() {
        User user = member(client("Northlight"), "sam", Role.MEMBER);
        letters(user.email());
        accounts(false).recoverPassword().request(user.email(), Origin.NONE);
        List<AccountMail> tried = new ArrayList<>();
        DeliverAccountMails down = delivery(mail -> {
            tried.add(mail);
            return AccountPostman.Outcome.NOT_NOW;
        });
        for (int minute = 0; minute < 2 * 24 * 60; minute += 5) {
            down.run(100);
            pass(Duration.ofMinutes(5));
        }

        assertThat(tried.stream().filter(mail -> mail.to().equals(user.email())))
                .hasSize(7);
        assertThat(letters(user.email())).isEmpty();
    }
}
