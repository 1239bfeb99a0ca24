package io.agencyos.application.client.staff;

import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Support sessions with their history. Needs an open platform unit of work. Source: data model 5.1. */
@SecondaryPort
public interface SupportSessions {

    /** Where a reader stands. */
    record After(Instant startedAt, SupportSessionId id) {}

    /** A second one of this person in this client is a {@code UniqueViolation} of {@code uq_support_session_open}. */
    void insert(SupportSession session, Instant ownersToldAt);

    /** The one that was not ended, though it may have run out. */
    Optional<SupportSession> unended(UserId staff, ClientId client);

    /** Locked until the unit of work ends. */
    Optional<SupportSession> findForUpdate(SupportSessionId id);

    /** Writes that it is over. */
    void end(SupportSession session);

    /** The newest first; of all clients where none is named. */
    List<SupportSession> page(List<ClientId> clients, @Nullable After after, int limit);
}
