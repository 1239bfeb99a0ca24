package io.agencyos.application.client.staff;

import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Everybody who can sign in anywhere. Needs an open platform unit of work. Source: api 9.17 {@code P/users}. */
@SecondaryPort
public interface PeopleBook {

    /**
     * Who is looked for; null and empty leave everybody.
     *
     * @param clients members of one of these
     * @param q somewhere in name or address
     */
    record Filter(
            @Nullable Boolean staff,
            @Nullable Boolean suspended,
            List<ClientId> clients,
            @Nullable String q) {

        public Filter {
            clients = List.copyOf(clients);
        }
    }

    /** Where a reader stands. */
    record After(Instant createdAt, UserId id) {}

    /** The newest first. */
    List<Person> page(Filter filter, @Nullable After after, int limit);

    Optional<Person> find(UserId id);

    /**
     * Writes whether the person is staff and whether suspended, where the version is still {@code user.version()}, else
     * {@code ConcurrentUpdate}.
     */
    User standing(User user);
}
