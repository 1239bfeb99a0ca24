package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClientService;
import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.RecentCallers;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.identity.store.IdentityProvider;
import io.agencyos.application.client.identity.store.IdentityProvider.Person;
import io.agencyos.application.client.identity.store.IdentityProvider.Proof;
import io.agencyos.application.client.identity.store.IdentityProvider.Reading;
import io.agencyos.application.client.identity.store.OutsideIdentities;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets in whom an outside identity provider vouches for. Each of its sign-ins has a row here, made on first sight, by
 * which it is ended here like one of our own; who comes for the first time is made on the way. Source: api 2.
 */
public final class OutsideSignIn implements AuthenticateRequest {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final IdentityProvider provider;
    private final OutsideIdentities identities;
    private final IdentityPorts ports;
    private final OpenClientService clients;
    private final NewMembers members;
    private final SessionTokens tokens;
    private final RecentCallers recent;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final boolean selfSignUp;

    /**
     * @param selfSignUp whether somebody whom nobody invited gets a client of their own
     */
    public OutsideSignIn(
            IdentityProvider provider,
            OutsideIdentities identities,
            IdentityPorts ports,
            Credits credits,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            RandomSource random,
            boolean selfSignUp) {
        this.provider = provider;
        this.identities = identities;
        this.ports = ports;
        this.clients = new OpenClientService(ports.clients(), credits, units, clock, ids);
        this.members = new NewMembers(ports.users(), new AuditTrail(ports.audit(), clock, ids), clock, ids);
        this.tokens = new SessionTokens(ports, clock, ids, random);
        this.recent = new RecentCallers(clock);
        this.units = units;
        this.clock = clock;
        this.selfSignUp = selfSignUp;
    }

    /** What is known of whoever shows a proof. */
    private sealed interface Standing {

        record Known(Principal principal) implements Standing {}

        /** The person is there, and this sign-in is to be written down. */
        record Arriving(User user) implements Standing {}

        record Stranger() implements Standing {}

        /** Suspended, deleted, or the sign-in was ended here. */
        record Refused() implements Standing {}
    }

    @Override
    public Optional<Principal> authenticate(SecretText bearerToken) {
        return enter(bearerToken, Origin.NONE) instanceof Entry.Known(Principal principal)
                ? Optional.of(principal)
                : Optional.empty();
    }

    @Override
    public Optional<Principal> remembered(SecretText bearerToken) {
        return provider.read(bearerToken) instanceof Reading.Genuine(Proof proof)
                ? recent.find(family(proof))
                : Optional.empty();
    }

    @Override
    public Entry enter(SecretText bearerToken, Origin origin) {
        return switch (provider.read(bearerToken)) {
            case Reading.Invalid() -> new Entry.TokenInvalid();
            case Reading.Away(Duration retryAfter) -> new Entry.ProviderAway(retryAfter);
            case Reading.Genuine(Proof proof) -> {
                Entry entry = entered(bearerToken, proof, origin);
                recent.put(
                        family(proof),
                        entry instanceof Entry.Known(Principal principal) ? Optional.of(principal) : Optional.empty());
                yield entry;
            }
        };
    }

    private Entry entered(SecretText token, Proof proof, Origin origin) {
        return switch (units.readingPlatform(() -> standing(proof))) {
            case Standing.Known(Principal principal) -> new Entry.Known(principal);
            case Standing.Refused() -> new Entry.TokenInvalid();
            case Standing.Arriving(User user) -> oneOfMany(() -> arrived(user, proof, origin));
            case Standing.Stranger() -> introduced(token, proof, origin);
        };
    }

    /** Of requests that come at once with a new sign-in one writes; the others find what it wrote. */
    private Entry oneOfMany(Supplier<Entry> write) {
        try {
            return units.onPlatform(write::get);
        } catch (UniqueViolation another) {
            return units.onPlatform(write::get);
        }
    }

    private Standing standing(Proof proof) {
        // asked once: whoever is introduced in between is a stranger still, and found by whoever writes
        Optional<UserId> id = identities.find(proof.issuer(), proof.subject());
        if (id.isEmpty()) {
            return new Standing.Stranger();
        }
        Optional<User> known = ports.users().find(id.get());
        if (known.isEmpty()) {
            return new Standing.Refused();
        }
        User user = known.get();
        Optional<SignedInSession> session = ports.sessions().first(family(proof));
        if (user.suspended() || session.filter(it -> it.revokedAt() != null).isPresent()) {
            return new Standing.Refused();
        }
        return session.filter(it -> covers(it, proof))
                .<Standing>map(it ->
                        new Standing.Known(Principal.of(user, ports.users().access(user.id()), it)))
                .orElseGet(() -> new Standing.Arriving(user));
    }

    private static boolean covers(SignedInSession session, Proof proof) {
        return !session.expiresAt().isBefore(until(proof)) && (session.secondFactor() || !proof.secondFactor());
    }

    private static Instant until(Proof proof) {
        return proof.expiresAt().plus(LEEWAY);
    }

    /** Inside a unit: the person is held first, so that no ending of sign-ins misses this one. */
    private Entry arrived(User user, Proof proof, Origin origin) {
        SessionId family = family(proof);
        Instant now = clock.now();
        Optional<User> held = ports.users().findForUpdate(user.id()).filter(person -> !person.suspended());
        Optional<SignedInSession> known = ports.sessions().first(family);
        if (held.isEmpty() || known.filter(it -> it.revokedAt() != null).isPresent()) {
            return new Entry.TokenInvalid();
        }
        SignedInSession signedIn;
        if (known.isPresent()) {
            signedIn = known.get().prolonged(until(proof), proof.secondFactor(), now);
            ports.sessions().prolong(signedIn);
        } else {
            signedIn = session(user, proof, family, now, origin);
            ports.sessions().insert(signedIn);
            ports.users().signedIn(user.id(), now);
        }
        return new Entry.Known(Principal.of(held.get(), ports.users().access(user.id()), signedIn));
    }

    /** The hash is of a text that nobody has: no refresh token belongs to a sign-in at a provider. */
    private SignedInSession session(User user, Proof proof, SessionId family, Instant now, Origin origin) {
        return new SignedInSession(
                family,
                user.id(),
                family,
                SessionTokens.hash(tokens.random()),
                proof.secondFactor(),
                null,
                now,
                until(proof),
                null,
                origin.ip(),
                origin.userAgent());
    }

    private Entry introduced(SecretText token, Proof proof, Origin origin) {
        Optional<Person> person = provider.person(token);
        if (person.isEmpty()) {
            return new Entry.ProviderAway(ASK_AGAIN);
        }
        EmailAddress email = person.get().email();
        if (email == null || !person.get().emailVerified()) {
            return new Entry.EmailUnverified();
        }
        return oneOfMany(() -> identities
                .find(proof.issuer(), proof.subject())
                .flatMap(ports.users()::find)
                .or(() -> admitted(email, person.get(), proof, origin))
                .map(user -> arrived(user, proof, origin))
                .orElseGet(Entry.TokenInvalid::new));
    }

    /** Makes the person where somebody invited them, or where everybody may come. */
    private Optional<User> admitted(EmailAddress email, Person person, Proof proof, Origin origin) {
        List<Invitation> invitations = ports.invitations().openFor(email.key()).stream()
                .filter(invitation -> invitation.isOpen(clock.now()))
                .filter(invitation ->
                        ports.clients().find(invitation.clientId()).isPresent())
                .toList();
        if (invitations.isEmpty() && !selfSignUp) {
            return Optional.empty();
        }
        User user = members.create(email, person.fullName(), null, Optional.empty(), origin);
        identities.link(proof.issuer(), proof.subject(), user.id());
        for (Invitation invitation : invitations) {
            ports.invitations().update(invitation.accepted(clock.now()));
            members.join(
                    new Membership(invitation.clientId(), user.id(), invitation.role(), clock.now()),
                    Actor.user(user.id().value()),
                    origin);
        }
        if (invitations.isEmpty()) {
            String own = person.companyName() == null ? person.fullName() + "'s Agency" : person.companyName();
            members.own(clients.openUnder(own), user, origin);
        }
        return Optional.of(user);
    }

    /** The same for every token of one sign-in, and nobody's else. */
    private static SessionId family(Proof proof) {
        String name = proof.issuer() + "\n" + proof.subject() + "\n" + proof.session();
        ByteBuffer bytes = ByteBuffer.wrap(Digests.sha256(name));
        return new SessionId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
