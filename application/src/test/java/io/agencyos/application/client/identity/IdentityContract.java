package io.agencyos.application.client.identity;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.identity.store.Invitations;
import io.agencyos.application.client.identity.store.SignInAttempts;
import io.agencyos.application.client.identity.store.SignedInSessions;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.QuickPasswords;
import io.agencyos.application.testing.TokenBook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the kits of signing in share: stores to be named by the adapter, one client, one person, a clock that moves. */
public abstract class IdentityContract {

    protected static final SecretText PASSWORD = new SecretText("correct horse battery staple");
    protected static final SecretText WRONG = new SecretText("incorrect horse battery staple");

    /** The same ones at each call of a test. */
    protected abstract IdentityStores stores();

    protected final UnitOfWork units() {
        return stores().units();
    }

    protected final Clients clients() {
        return stores().clients();
    }

    protected final Credits credits() {
        return stores().credits();
    }

    protected final Users users() {
        return stores().users();
    }

    protected final Invitations invitations() {
        return stores().invitations();
    }

    protected final SignedInSessions sessions() {
        return stores().sessions();
    }

    protected final SignInAttempts attempts() {
        return stores().attempts();
    }

    protected final Audit audit() {
        return stores().audit();
    }

    protected final QuickPasswords passwords = new QuickPasswords();
    protected final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private @Nullable IdentityUseCases useCases;

    protected final IdentityUseCases identity() {
        IdentityUseCases made = useCases;
        if (made == null) {
            made = new IdentityUseCases(
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
                    units(),
                    now::get,
                    UUID::randomUUID,
                    new Chance());
            useCases = made;
        }
        return made;
    }

    protected final EmailAddress email(String name) {
        return Leadbook.email(name + "-" + tag + "@agency.example");
    }

    protected final Client client(String name) {
        OpenClient.Outcome outcome = new ClientUseCases(clients(), credits(), units(), now::get, UUID::randomUUID)
                .openClient()
                .open(name + " " + tag);
        return switch (outcome) {
            case OpenClient.Outcome.Opened(Client client) -> client;
            case OpenClient.Outcome.Exists(Client client) -> client;
            case OpenClient.Outcome.InvalidName invalid -> throw new AssertionError(invalid);
        };
    }

    /** A member of the client, with the one password. */
    protected final User member(Client client, String name, Role role) {
        AddUser.Outcome outcome =
                identity().addUser().add(new AddUser.Request(email(name), "Sam Oduya", client.id(), role, PASSWORD));
        return switch (outcome) {
            case AddUser.Outcome.Added(Member member, boolean fresh) -> member.user();
            case AddUser.Outcome.AlreadyMember known -> throw new AssertionError(known);
            case AddUser.Outcome.WeakPassword weak -> throw new AssertionError(weak);
            case AddUser.Outcome.NoSuchClient none -> throw new AssertionError(none);
            case AddUser.Outcome.Invalid invalid -> throw new AssertionError(invalid);
        };
    }

    protected final SignIn.Outcome signIn(User user, SecretText password) {
        return signIn(user.email().value(), password, "203.0.113.7");
    }

    protected final SignIn.Outcome signIn(String email, SecretText password, String ip) {
        return identity().signIn().signIn(new SignIn.Request(email, password, from(ip)));
    }

    protected final Tokens signedIn(User user) {
        return switch (signIn(user, PASSWORD)) {
            case SignIn.Outcome.SignedIn(Tokens tokens) -> tokens;
            case SignIn.Outcome.BadCredentials bad -> throw new AssertionError(bad);
            case SignIn.Outcome.Throttled throttled -> throw new AssertionError(throttled);
            case SignIn.Outcome.CodeNeeded half -> throw new AssertionError(half);
        };
    }

    protected final void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    protected static AuditEntry.Origin from(String ip) {
        return new AuditEntry.Origin(IpAddress.parse(ip).orElseThrow(), "Browser/1", "request-1");
    }

    protected final <T> T onPlatform(Supplier<T> work) {
        return units().onPlatform(work);
    }

    /** The newest entries of the platform that tell of this person, newest first. */
    protected final List<AuditAction> audited(User user) {
        return onPlatform(() -> audit().newest(null, 1_000)).stream()
                .filter(entry -> user.id().value().equals(entry.resourceId()))
                .map(AuditEntry::action)
                .toList();
    }

    /** Fit for tokens that are unique among the tests of one database. */
    static final class Chance implements RandomSource {

        @Override
        public long nextLong() {
            return UUID.randomUUID().getLeastSignificantBits();
        }

        @Override
        public void nextBytes(byte[] target) {
            ByteBuffer buffer = ByteBuffer.wrap(target);
            while (buffer.remaining() >= Long.BYTES) {
                buffer.putLong(nextLong());
            }
        }
    }
}
