package io.agencyos.application.client.staff;

import io.agencyos.application.client.identity.store.SignedInSessions;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both people are locked, in the order of their ids, before it is asked whether the one is still staff: of two who would
 * dismiss each other at once the second finds that he is dismissed, so somebody of the staff is always left.
 */
public final class KeepPeopleService implements KeepPeople {

    private final PeopleBook book;
    private final Users users;
    private final SignedInSessions sessions;
    private final StaffTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public KeepPeopleService(
            PeopleBook book,
            Users users,
            SignedInSessions sessions,
            StaffTrail trail,
            UnitOfWork units,
            ClockPort clock) {
        this.book = book;
        this.users = users;
        this.sessions = sessions;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Person> list(PeopleBook.Filter filter, PeopleBook.@Nullable After after, int limit) {
        return units.readingPlatform(() -> book.page(filter, after, limit));
    }

    @Override
    public Outcome change(UserId staff, UserId person, int version, Standing standing, Origin origin) {
        return units.onPlatform(
                () -> refused(staff, person).orElseGet(() -> changed(staff, person, version, standing, origin)));
    }

    private Optional<Outcome> refused(UserId staff, UserId person) {
        if (staff.equals(person)) {
            return Optional.of(new Outcome.Oneself());
        }
        boolean acts = Stream.of(staff, person)
                        .sorted((a, b) -> a.text().compareTo(b.text()))
                        .flatMap(id -> users.findForUpdate(id).stream())
                        .filter(user -> user.id().equals(staff) && user.platformAdmin() && !user.suspended())
                        .count()
                == 1;
        return acts ? Optional.empty() : Optional.of(new Outcome.NotStaff());
    }

    private Outcome changed(UserId staff, UserId person, int version, Standing standing, Origin origin) {
        Optional<User> found = users.find(person);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        User before = found.get();
        if (before.version() != version) {
            return new Outcome.Stale(before.version());
        }
        User wanted = before.standing(
                standing.staff() == null ? before.platformAdmin() : standing.staff(),
                standing.suspended() == null ? before.suspended() : standing.suspended(),
                before.version());
        if (!wanted.equals(before)) {
            User after = book.standing(wanted);
            if (before.platformAdmin() && !after.platformAdmin() || !before.suspended() && after.suspended()) {
                sessions.revokeAll(person, clock.now());
            }
            trail.write(staff, AuditAction.UPDATE, null, "user", person.value(), changes(before, after), origin);
        }
        return new Outcome.Kept(book.find(person).orElseThrow());
    }

    private static Map<String, Change> changes(User before, User after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        if (before.platformAdmin() != after.platformAdmin()) {
            changes.put("is_platform_admin", change(before.platformAdmin(), after.platformAdmin()));
        }
        if (before.suspended() != after.suspended()) {
            changes.put("suspended", change(before.suspended(), after.suspended()));
        }
        return changes;
    }

    private static Change change(boolean before, boolean after) {
        return new Change(Boolean.toString(before), Boolean.toString(after));
    }

    @Override
    public Outcome endSessions(UserId staff, UserId person, Origin origin) {
        return units.onPlatform(() -> refused(staff, person).orElseGet(() -> {
            if (users.find(person).isEmpty()) {
                return new Outcome.NotFound();
            }
            int ended = sessions.revokeAll(person, clock.now());
            trail.write(staff, AuditAction.AUTH_LOGOUT, null, "user", person.value(), Map.of(), origin);
            return new Outcome.Ended(ended);
        }));
    }
}
