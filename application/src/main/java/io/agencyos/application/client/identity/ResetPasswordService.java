package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** New hash, end of every sign-in and audit entry are one unit of work. */
final class ResetPasswordService implements ResetPassword {

    private final IdentityPorts ports;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    ResetPasswordService(IdentityPorts ports, AuditTrail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome reset(EmailAddress email, SecretText password) {
        Optional<List<String>> companies = units.onPlatform(() -> ports.users()
                .findByEmail(email.key())
                .map(user -> ports.users().access(user.id()).stream()
                        .map(ClientAccess::name)
                        .toList()));
        if (companies.isEmpty()) {
            return new Outcome.NoSuchUser();
        }
        Optional<PasswordPolicy.Fault> fault = ChosenPassword.faultOf(password, email, companies.get());
        if (fault.isPresent()) {
            return new Outcome.WeakPassword(fault.get());
        }
        String hash = ports.passwords().hash(password);
        return units.onPlatform(() -> {
            Optional<User> user =
                    ports.users().findByEmail(email.key()).map(User::id).flatMap(ports.users()::findForUpdate);
            if (user.isEmpty()) {
                return new Outcome.NoSuchUser();
            }
            User changed = ports.users().update(user.get().withPasswordHash(hash));
            int ended = ports.sessions().revokeAll(changed.id(), clock.now());
            trail.change(
                    Actor.system(),
                    AuditAction.AUTH_PASSWORD_CHANGED,
                    null,
                    "user",
                    changed.id().value(),
                    Map.of("password", new Change("set", "set anew")),
                    Origin.NONE);
            return new Outcome.Reset(changed, ended);
        });
    }
}
