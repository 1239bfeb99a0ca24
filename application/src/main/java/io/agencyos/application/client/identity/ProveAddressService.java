package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.OpenClientService;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.identity.store.OneTimeTokens;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.OneTimeToken.Purpose;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever signs up is no user before the link is followed, so that nobody holds an address that is not the own. */
final class ProveAddressService implements ProveAddress {

    private static final Duration LINK = Duration.ofHours(24);
    private static final String EMAIL = "email";
    private static final String KEY = OneTimeTokens.EMAIL_KEY;
    private static final String NAME = "full_name";
    private static final String COMPANY = "company_name";
    private static final String HASH = "password_hash";

    private final IdentityPorts ports;
    private final Passwords passwords;
    private final OpenClientService clients;
    private final NewMembers members;
    private final SessionTokens tokens;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final boolean selfSignUp;

    ProveAddressService(
            IdentityPorts ports,
            Passwords passwords,
            OpenClientService clients,
            NewMembers members,
            SessionTokens tokens,
            AccountLetters letters,
            AuditTrail trail,
            UnitOfWork units,
            ClockPort clock,
            boolean selfSignUp) {
        this.ports = ports;
        this.passwords = passwords;
        this.clients = clients;
        this.members = members;
        this.tokens = tokens;
        this.letters = letters;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.selfSignUp = selfSignUp;
    }

    @Override
    public Asked signUp(SignUp request, Origin origin) {
        if (!selfSignUp) {
            return new Asked.SwitchedOff();
        }
        Optional<PasswordPolicy.Fault> fault =
                ChosenPassword.faultOf(request.password(), request.email(), List.of(request.companyName()));
        if (fault.isPresent()) {
            return new Asked.WeakPassword(fault.get());
        }
        // made for known addresses, too, so that both take as long
        String hash = ports.passwords().hash(request.password());
        Map<String, String> wish = Map.of(
                EMAIL, request.email().value(),
                KEY, request.email().key().value(),
                NAME, request.fullName().strip(),
                COMPANY, request.companyName().strip(),
                HASH, hash);
        units.onPlatform(() -> {
            if (ports.users().findByEmail(request.email().key()).isEmpty()) {
                sendLink(request.email(), null, wish);
            }
        });
        return new Asked.Accepted();
    }

    private void sendLink(EmailAddress to, @Nullable User user, Map<String, String> payload) {
        SecretText token = tokens.random();
        ports.oneTimeTokens()
                .insert(new OneTimeToken(
                        SessionTokens.hash(token),
                        Purpose.VERIFY_EMAIL,
                        user == null ? null : user.id(),
                        payload,
                        clock.now().plus(LINK),
                        null));
        letters.verify(to, token);
    }

    @Override
    public Asked changeEmail(Principal principal, SecretText password, EmailAddress next, Origin origin) {
        if (!passwords.isPassword(principal.userId(), password)) {
            return new Asked.WrongPassword();
        }
        units.onPlatform(() -> ports.users().findForUpdate(principal.userId()).ifPresent(user -> {
            ports.oneTimeTokens().close(user.id(), Purpose.VERIFY_EMAIL, clock.now());
            letters.addressChanges(user.email());
            if (ports.users().findByEmail(next.key()).isEmpty()) {
                sendLink(next, user, Map.of(EMAIL, next.value(), KEY, next.key().value()));
            }
        }));
        return new Asked.Accepted();
    }

    @Override
    public void again(EmailAddress email) {
        units.onPlatform(() -> ports.oneTimeTokens()
                .openFor(Purpose.VERIFY_EMAIL, email.key(), clock.now())
                .filter(open -> open.user() == null)
                .ifPresent(open -> {
                    ports.oneTimeTokens().update(open.used(clock.now()));
                    // to the address that it proves, however the one was spelt that asks
                    sendLink(new EmailAddress(open.payload().get(EMAIL)), null, open.payload());
                }));
    }

    @Override
    public Proved prove(SecretText token, Origin origin) {
        try {
            return units.onPlatform(() -> ports.oneTimeTokens()
                    .findForUpdate(SessionTokens.hash(token))
                    .filter(link -> link.purpose() == Purpose.VERIFY_EMAIL && link.isOpen(clock.now()))
                    .filter(link -> proved(link, origin))
                    .map(link -> {
                        ports.oneTimeTokens().update(link.used(clock.now()));
                        return Proved.DONE;
                    })
                    .orElse(Proved.LINK_EXPIRED));
        } catch (UniqueViolation takenMeanwhile) {
            // the address belongs to somebody else by now; the link is of no use to anybody
            return Proved.LINK_EXPIRED;
        }
    }

    private boolean proved(OneTimeToken link, Origin origin) {
        EmailAddress email = new EmailAddress(link.payload().get(EMAIL));
        return link.user() == null
                ? opened(link.payload(), email, origin)
                : ports.users()
                        .findForUpdate(link.user())
                        .map(user -> moved(user, email, origin))
                        .isPresent();
    }

    private boolean opened(Map<String, String> wish, EmailAddress email, Origin origin) {
        if (ports.users().findByEmail(email.key()).isPresent()) {
            return false;
        }
        User user = members.create(email, wish.get(NAME), wish.get(HASH), Optional.empty(), origin);
        members.own(clients.openUnder(wish.get(COMPANY)), user, origin);
        return true;
    }

    private User moved(User user, EmailAddress email, Origin origin) {
        User changed = ports.users().changeEmail(user.id(), email);
        trail.change(
                Actor.user(user.id().value()),
                AuditAction.UPDATE,
                null,
                "user",
                user.id().value(),
                Map.of(EMAIL, new Change("set", "set anew")),
                origin);
        return changed;
    }
}
