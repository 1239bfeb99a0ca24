package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailKey;
import java.util.List;
import java.util.Optional;

/** The password is hashed before the transaction and thrown away where the user turns out to be known. */
final class AddUserService implements AddUser {

    private final IdentityPorts ports;
    private final NewMembers members;
    private final UnitOfWork units;
    private final ClockPort clock;

    AddUserService(IdentityPorts ports, NewMembers members, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.members = members;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome add(Request request) {
        if (!request.role().isMembership()) {
            return new Outcome.Invalid("A member is owner, admin, member or viewer.");
        }
        if (!NewMembers.isName(request.fullName())) {
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
            Optional<PasswordPolicy.Fault> fault = ChosenPassword.faultOf(
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
        members.join(membership, Actor.system(), Origin.NONE);
        return new Outcome.Added(new Member(user, membership), known.isEmpty());
    }

    private User create(Request request, Optional<String> hash) {
        String encoded = hash.orElseThrow(() -> new ConcurrentUpdate("the user was deleted meanwhile"));
        return members.create(request.email(), request.fullName(), encoded, Optional.of(Actor.system()), Origin.NONE);
    }
}
