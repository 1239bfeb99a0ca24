package io.agencyos.application.client.identity.store;

import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Who waits to be let in. Needs an open platform unit of work. Source: data model 5.1. */
@SecondaryPort
public interface Waitlist {

    /**
     * Somebody who waits.
     *
     * @param source where they heard of the product, in their words
     * @param invitedAt null for whom nobody has invited yet
     */
    record Entry(
            UUID id,
            EmailAddress email,
            @Nullable String agencyName,
            @Nullable String source,
            Instant createdAt,
            @Nullable Instant invitedAt) {}

    /** Where a page ended. */
    record After(Instant createdAt, UUID id) {}

    /** Whether the address was not there before. */
    boolean add(Entry entry);

    /** Held against other invitations until the unit of work ends. */
    Optional<Entry> findForUpdate(UUID id);

    void invited(UUID id, Instant at);

    /** The last who came first. */
    List<Entry> list(@Nullable After after, int limit);
}
