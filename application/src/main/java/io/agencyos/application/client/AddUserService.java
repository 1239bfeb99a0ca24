package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.Member;
import io.agencyos.domain.client.Membership;
import io.agencyos.domain.client.PasswordPolicy;
import io.agencyos.domain.client.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.shared.EmailKey;
import io.agencyos.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The password is hashed before the transaction and thrown away where the user turns out to be known. */
final class AddUserService implements AddUser {

    private static final int LONGEST_NAME = 100;

    private final IdentityPorts ports;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    AddUserService(IdentityPorts ports, AuditTrail trail, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome add(Request request) {
        if (!request.role().isMembership()) {
            return new Outcome.Invalid("A member is owner, admin, member or viewer.");
        }
        if (request.fullName().strip().length() > LONGEST_NAME) {
            return new Outcome.Invalid("A name has at most 100 characters.");
        }
        EmailKey key = request.email().key();
        Optional<Client> client = units.onPlatform(
                () -> ports.clients().find(request.client()).filter(found -> found.mode() == ClientMode.LIVE));
        if (client.isEmpty()) {
            return new Outcome.NoSuchClient();
        }
        boolean known = units.onPlatform(() -> ports.users().findByEmail(key).isPresent());
        Optional<String> hash = Optional.empty();
        if (!known) {
            Optional<PasswordPolicy.Fault> fault = PasswordPolicy.faultOf(
                    request.password(), request.email(), List.of(client.get().name()));
            if (fault.isPresent()) {
                return new Outcome.WeakPassword(fault.get());
            }
            hash = Optional.of(ports.passwords().hash(request.password()));
        }
        Optional<String> encoded = hash;
        return units.onPlatform(() -> join(request, encoded));
    }

    private Outcome join(Request request, Optional<String> hash) {
        Optional<User> known = ports.users().findByEmail(request.email().key());
        User user = known.orElseGet(() -> create(request, hash));
        Optional<Membership> there = ports.users().membership(request.client(), user.id());
        if (there.isPresent()) {
            return new Outcome.AlreadyMember(new Member(user, there.get()));
        }
        Membership membership = new Membership(request.client(), user.id(), request.role(), clock.now());
        ports.users().putMembership(membership);
        trail.byOperator(
                AuditAction.CREATE,
                request.client(),
                "membership",
                user.id(),
                Map.of("role", new Change(null, request.role().wire())));
        return new Outcome.Added(new Member(user, membership), known.isEmpty());
    }

    private User create(Request request, Optional<String> hash) {
        String encoded = hash.orElseThrow(() -> new ConcurrentUpdate("the user was deleted meanwhile"));
        User user = new User(
                new UserId(ids.next()),
                request.email(),
                request.fullName().strip(),
                encoded,
                false,
                false,
                clock.now(),
                0);
        ports.users().insert(user);
        trail.byOperator(AuditAction.CREATE, null, "user", user.id(), Map.of());
        return user;
    }
}
