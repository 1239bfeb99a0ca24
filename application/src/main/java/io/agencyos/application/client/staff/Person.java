package io.agencyos.application.client.staff;

import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in, as staff sees the person. Source: web 11, api 9.17.
 *
 * @param secondFactor whether one is confirmed
 * @param memberships in live clients, by name
 */
public record Person(User user, @Nullable Instant lastSignIn, boolean secondFactor, List<ClientAccess> memberships) {

    public Person {
        memberships = List.copyOf(memberships);
    }
}
