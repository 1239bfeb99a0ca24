package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes users and memberships, with their audit entries, inside the caller's unit of work. */
public final class NewMembers {

    private static final int LONGEST_NAME = 100;

    private final Users users;
    private final AuditTrail trail;
    private final ClockPort clock;
    private final IdSource ids;

    public NewMembers(Users users, AuditTrail trail, ClockPort clock, IdSource ids) {
        this.users = users;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    static boolean isName(String fullName) {
        return fullName.strip().length() <= LONGEST_NAME;
    }

    /**
     * @param hash null for somebody whom an outside identity provider signs in
     * @param by empty where the new user is the one who acts
     */
    User create(EmailAddress email, String fullName, @Nullable String hash, Optional<Actor> by, Origin origin) {
        User user = new User(new UserId(ids.next()), email, fullName.strip(), hash, false, false, clock.now(), 0);
        users.insert(user);
        Actor actor = by.orElseGet(() -> Actor.user(user.id().value()));
        trail.change(actor, AuditAction.CREATE, null, "user", user.id().value(), Map.of(), origin);
        return user;
    }

    public void join(Membership membership, Actor actor, Origin origin) {
        users.putMembership(membership);
        trail.change(
                actor,
                AuditAction.CREATE,
                membership.clientId(),
                "membership",
                membership.userId().value(),
                Map.of("role", new Change(null, membership.role().wire())),
                origin);
    }

    /** Makes the person owner of the client that was opened for them, where one was. */
    void own(Optional<Client> opened, User user, Origin origin) {
        opened.ifPresent(client -> join(
                new Membership(client.id(), user.id(), Role.OWNER, clock.now()),
                Actor.user(user.id().value()),
                origin));
    }
}
