package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.staff.SupportSessions;
import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every support session that ever was. */
public final class MemorySupportSessions implements SupportSessions {

    private static final Comparator<SupportSession> NEWEST = Comparator.comparing(SupportSession::startedAt)
            .thenComparing(session -> session.id().text())
            .reversed();

    private final MemoryTable<SupportSessionId, SupportSession> sessions;

    public MemorySupportSessions(MemoryUnitOfWork units) {
        sessions = MemoryTable.<SupportSessionId, SupportSession>ofPlatform(
                        "support_session", units, SupportSession::id)
                .unique(
                        "uq_support_session_open",
                        session -> session.endedAt() == null ? List.of(session.clientId(), session.staffId()) : null);
    }

    @Override
    public void insert(SupportSession session, Instant ownersToldAt) {
        sessions.insert(session);
    }

    @Override
    public Optional<SupportSession> unended(UserId staff, ClientId client) {
        return sessions.findBy("uq_support_session_open", List.of(client, staff));
    }

    @Override
    public Optional<SupportSession> findForUpdate(SupportSessionId id) {
        return sessions.find(id);
    }

    @Override
    public void end(SupportSession session) {
        sessions.put(session);
    }

    @Override
    public List<SupportSession> page(List<ClientId> clients, @Nullable After after, int limit) {
        return sessions.rows()
                .filter(session -> clients.isEmpty() || clients.contains(session.clientId()))
                .filter(session -> after == null || isAfter(session, after))
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(SupportSession session, After after) {
        int time = session.startedAt().compareTo(after.startedAt());
        return time < 0 || time == 0 && session.id().text().compareTo(after.id().text()) < 0;
    }
}
