package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in. What the person may do in a client is said by {@link Membership}.
 *
 * @param passwordHash an encoded Argon2id hash, null where an outside identity provider signs in
 */
@AggregateRoot
public record User(
        @Identity UserId id,
        EmailAddress email,
        String fullName,
        @Nullable String passwordHash,
        boolean platformAdmin,
        boolean suspended,
        Instant createdAt,
        int version) {

    /** The same person with another password. */
    public User withPasswordHash(String hash) {
        return new User(id, email, fullName, hash, platformAdmin, suspended, createdAt, version);
    }

    /** The same person under another name. */
    public User named(String name) {
        return new User(id, email, name, passwordHash, platformAdmin, suspended, createdAt, version);
    }

    /** The same person, staff or not, let in or not. */
    public User standing(boolean staff, boolean shutOut, int at) {
        return new User(id, email, fullName, passwordHash, staff, shutOut, createdAt, at);
    }

    /** Never shows the password hash. */
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
