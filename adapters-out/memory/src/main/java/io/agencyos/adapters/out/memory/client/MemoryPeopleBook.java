package io.agencyos.adapters.out.memory.client;

import io.agencyos.application.client.identity.store.SecondFactors;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.client.staff.Person;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.SecondFactor;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody of the users' table. */
public final class MemoryPeopleBook implements PeopleBook {

    private static final Comparator<User> NEWEST = Comparator.comparing(User::createdAt)
            .thenComparing(user -> user.id().text())
            .reversed();

    private final MemoryUsers users;
    private final SecondFactors factors;

    public MemoryPeopleBook(MemoryUsers users, SecondFactors factors) {
        this.users = users;
        this.factors = factors;
    }

    @Override
    public List<Person> page(Filter filter, @Nullable After after, int limit) {
        String q = filter.q() == null ? null : SearchText.folded(filter.q());
        return users.all()
                .filter(user -> filter.staff() == null || filter.staff() == user.platformAdmin())
                .filter(user -> filter.suspended() == null || filter.suspended() == user.suspended())
                .filter(user -> q == null
                        || SearchText.folded(
                                        user.fullName() + " " + user.email().value())
                                .contains(q))
                .filter(user -> after == null || isAfter(user, after))
                .sorted(NEWEST)
                .map(this::person)
                .filter(person -> filter.clients().isEmpty()
                        || person.memberships().stream()
                                .anyMatch(held -> filter.clients().contains(held.clientId())))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(User user, After after) {
        int time = user.createdAt().compareTo(after.createdAt());
        return time < 0 || time == 0 && user.id().text().compareTo(after.id().text()) < 0;
    }

    private Person person(User user) {
        return new Person(
                user,
                users.lastSignIn(user.id()).orElse(null),
                factors.find(user.id()).filter(SecondFactor::isConfirmed).isPresent(),
                users.memberships(user.id()).stream()
                        .filter(held -> held.mode() == ClientMode.LIVE)
                        .toList());
    }

    @Override
    public Optional<Person> find(UserId id) {
        return users.find(id).map(this::person);
    }

    @Override
    public User standing(User user) {
        return users.standing(user);
    }
}
