package io.agencyos.adapters.in.rest.card;

import io.agencyos.application.client.identity.ListMembers;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a client by name, asked for only where a list names somebody. */
public final class People {

    private final ListMembers members;

    public People(ListMembers members) {
        this.members = members;
    }

    /**
     * Somebody as lists show him; who is no member any more has no name. Source: api 8.
     *
     * @param name the person's name; null for somebody who is no member any more
     */
    public record UserCard(UUID id, @Nullable String name) {

        public static final UserCard EXAMPLE =
                new UserCard(UUID.fromString("019baaaa-0000-7000-8000-000000000031"), "Ann Okafor");
    }

    /** Who is called what. */
    public record Names(Map<UserId, String> names) {

        /** Of a list that names nobody. */
        public static final Names NOBODY = new Names(Map.of());

        /** Null for nobody. */
        public @Nullable UserCard card(@Nullable UserId user) {
            return user == null ? null : new UserCard(user.value(), names.get(user));
        }
    }

    public Names named(ClientId client, Collection<? extends @Nullable UserId> wanted) {
        if (wanted.stream().allMatch(Objects::isNull)) {
            return Names.NOBODY;
        }
        return new Names(members.of(client).stream()
                .collect(Collectors.toMap(
                        member -> member.user().id(), member -> member.user().fullName())));
    }
}
