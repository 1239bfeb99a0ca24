package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People and their memberships; twins are looked up among the clients. */
public final class MemoryUsers implements Users {

    private record Key(ClientId client, UserId user) {}

    private record Seen(UserId user, Instant at) {}

    private final MemoryTable<UserId, User> users;
    private final MemoryTable<UserId, Seen> seen;
    private final MemoryTable<Key, Membership> memberships;
    private final MemoryClients clients;

    public MemoryUsers(MemoryUnitOfWork units, MemoryClients clients) {
        this.clients = clients;
        users = MemoryTable.<UserId, User>ofPlatform("app_user", units, User::id)
                .unique(
                        "uq_app_user_email_key",
                        user -> user.passwordHash() == null
                                ? null
                                : user.email().key());
        seen = MemoryTable.ofPlatform("app_user.last_login_at", units, Seen::user);
        memberships = MemoryTable.<Key, Membership>ofTenants(
                        "membership",
                        units,
                        Membership::clientId,
                        membership -> new Key(membership.clientId(), membership.userId()))
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    @Override
    public Optional<User> findForUpdate(UserId id) {
        return find(id);
    }

    @Override
    public Optional<User> findByEmail(EmailKey email) {
        return users.findBy("uq_app_user_email_key", email);
    }

    @Override
    public int platformAdmins() {
        return Math.toIntExact(users.rows()
                .filter(user -> user.platformAdmin() && !user.suspended())
                .count());
    }

    @Override
    public void insert(User user) {
        users.insert(user);
    }

    @Override
    public User update(User user) {
        User stored = users.find(user.id())
                .filter(current -> current.version() == user.version())
                .orElseThrow(() -> new ConcurrentUpdate("user " + user.id()));
        User next = new User(
                user.id(),
                stored.email(),
                user.fullName(),
                user.passwordHash(),
                stored.platformAdmin(),
                user.suspended(),
                stored.createdAt(),
                user.version() + 1);
        users.put(next);
        return next;
    }

    /** Everybody who was not deleted, in no order that means anything. */
    Stream<User> all() {
        return users.rows();
    }

    Optional<Instant> lastSignIn(UserId id) {
        return seen.find(id).map(Seen::at);
    }

    /** Writes whether somebody is staff and may sign in, with the next version. */
    User standing(User user) {
        User stored = users.find(user.id())
                .filter(current -> current.version() == user.version())
                .orElseThrow(() -> new ConcurrentUpdate("user " + user.id()));
        User next = stored.standing(user.platformAdmin(), user.suspended(), user.version() + 1);
        users.put(next);
        return next;
    }

    @Override
    public User changeEmail(UserId id, EmailAddress email) {
        User stored = users.find(id).orElseThrow();
        User next = new User(
                id,
                email,
                stored.fullName(),
                stored.passwordHash(),
                stored.platformAdmin(),
                stored.suspended(),
                stored.createdAt(),
                stored.version() + 1);
        users.put(next);
        return next;
    }

    @Override
    public boolean staffExists() {
        return users.rows().anyMatch(User::platformAdmin);
    }

    @Override
    public void signedIn(UserId id, Instant at) {
        seen.put(new Seen(id, at));
    }

    @Override
    public List<ClientAccess> access(UserId id) {
        return memberships(id).stream()
                .map(held -> clients.suspended(held.clientId()) ? held.as(Role.VIEWER) : held)
                .toList();
    }

    /** The same with the roles that were given, whether a client is suspended or not. */
    List<ClientAccess> memberships(UserId id) {
        Map<ClientId, Role> roles = memberships
                .rows()
                .filter(membership -> membership.userId().equals(id))
                .collect(Collectors.toMap(Membership::clientId, Membership::role));
        return clients.present()
                .flatMap(client -> {
                    ClientId live = client.twinOf() == null ? client.id() : client.twinOf();
                    return Optional.ofNullable(roles.get(live)).stream()
                            .map(role -> new ClientAccess(
                                    client.id(),
                                    client.name(),
                                    client.slug(),
                                    client.mode(),
                                    client.twinOf(),
                                    role,
                                    clients.requiresSecondFactor(live) || clients.requiresSecondFactor(client.id())));
                })
                .sorted(Comparator.comparing(ClientAccess::name)
                        .thenComparing(entry -> entry.clientId().text()))
                .toList();
    }

    @Override
    public List<Member> members(ClientId client) {
        return memberships
                .rows()
                .filter(membership -> membership.clientId().equals(client))
                .map(membership -> new Member(users.find(membership.userId()).orElseThrow(), membership))
                .sorted(Comparator.comparing(
                        member -> member.user().email().key().value()))
                .toList();
    }

    @Override
    public Optional<Membership> membership(ClientId client, UserId user) {
        return memberships.find(new Key(client, user));
    }

    @Override
    public void putMembership(Membership membership) {
        int version = memberships
                .find(new Key(membership.clientId(), membership.userId()))
                .map(known -> known.version() + 1)
                .orElse(0);
        memberships.put(new Membership(
                membership.clientId(), membership.userId(), membership.role(), membership.acceptedAt(), version));
    }

    @Override
    public void endMembership(ClientId client, UserId user, Instant at) {
        memberships.remove(new Key(client, user));
    }
}
