package io.agencyos.application.client.staff;

import io.agencyos.application.client.identity.store.OutsideIdentities;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever runs the installation names the first of its staff, where an identity provider outside signs people in: by the
 * subject that the provider's tokens will name, since an address alone makes nobody anybody. All others are made by staff.
 * Source: api 2 (first start), 3.
 */
public final class AppointFirstStaff {

    private static final String FLAG = "is_platform_admin";

    private final String issuer;
    private final Ports ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** What it works with. */
    public record Ports(OutsideIdentities identities, Users users, PeopleBook book, Audit audit) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** @param made the person has never signed in yet and was made for it */
        record Appointed(User staff, boolean made) implements Outcome {}

        /** Somebody is of the staff already and makes the others. */
        record StaffIsThere() implements Outcome {}

        /** The person is suspended, or deleted. */
        record NotEligible() implements Outcome {}
    }

    /** @param issuer the provider, as its tokens name it */
    public AppointFirstStaff(String issuer, Ports ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.issuer = issuer;
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param email of a person who has never signed in; of one who has, the address stays what it is */
    public Outcome appoint(String subject, EmailAddress email) {
        return units.onPlatform(() -> {
            if (ports.users().staffExists()) {
                return new Outcome.StaffIsThere();
            }
            Optional<UserId> known = ports.identities().find(issuer, subject);
            return known.isEmpty() ? made(subject, email) : raised(known.get());
        });
    }

    private Outcome made(String subject, EmailAddress email) {
        User staff = new User(new UserId(ids.next()), email, "", null, true, false, clock.now(), 0);
        ports.users().insert(staff);
        ports.identities().link(issuer, subject, staff.id());
        trail(staff, AuditAction.CREATE, new Change(null, "true"));
        return new Outcome.Appointed(staff, true);
    }

    private Outcome raised(UserId person) {
        Optional<User> found = ports.users().findForUpdate(person).filter(user -> !user.suspended());
        if (found.isEmpty()) {
            return new Outcome.NotEligible();
        }
        User staff = ports.book()
                .standing(found.get().standing(true, false, found.get().version()));
        trail(staff, AuditAction.UPDATE, new Change("false", "true"));
        return new Outcome.Appointed(staff, false);
    }

    private void trail(User staff, AuditAction action, Change change) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        null,
                        Actor.system(),
                        action,
                        AuditEntry.Outcome.OK,
                        "user",
                        staff.id().value(),
                        Map.of(FLAG, change),
                        Map.of(),
                        Origin.NONE));
    }
}
