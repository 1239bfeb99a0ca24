package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.SignedInSessions;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Refresh tokens by hash. */
public final class MemorySignedInSessions implements SignedInSessions {

    private final MemoryTable<SessionId, SignedInSession> sessions;

    public MemorySignedInSessions(MemoryUnitOfWork units) {
        sessions = MemoryTable.<SessionId, SignedInSession>ofPlatform("user_session", units, SignedInSession::id)
                .unique("uq_user_session_token_hash", SignedInSession::tokenHash);
    }

    @Override
    public void insert(SignedInSession session) {
        sessions.insert(session);
    }

    @Override
    public Optional<SignedInSession> find(String tokenHash) {
        return sessions.findBy("uq_user_session_token_hash", tokenHash);
    }

    @Override
    public void update(SignedInSession session) {
        sessions.put(session);
    }

    @Override
    public Optional<SignedInSession> usable(SessionId family, Instant now) {
        return sessions.rows()
                .filter(session -> session.family().equals(family) && session.isUsable(now))
                .findFirst();
    }

    @Override
    public List<SignedInSession> usable(UserId user, Instant now) {
        return sessions.rows()
                .filter(session -> session.userId().equals(user) && session.isUsable(now))
                .sorted(Comparator.comparing(SignedInSession::lastSeenAt)
                        .thenComparing(session -> session.id().text())
                        .reversed())
                .toList();
    }

    @Override
    public Optional<SignedInSession> first(SessionId family) {
        return sessions.find(family);
    }

    @Override
    public void prolong(SignedInSession session) {
        sessions.put(session);
    }

    @Override
    public void proved(SessionId family) {
        sessions.rows()
                .filter(session -> session.family().equals(family))
                .map(SignedInSession::proved)
                .toList()
                .forEach(sessions::put);
    }

    @Override
    public int revokeOthers(UserId user, SessionId kept, Instant at) {
        return revoke(
                session -> session.userId().equals(user) && !session.family().equals(kept), at);
    }

    @Override
    public int revokeFamily(SessionId family, Instant at) {
        return revoke(session -> session.family().equals(family), at);
    }

    @Override
    public int revokeAll(UserId user, Instant at) {
        return revoke(session -> session.userId().equals(user), at);
    }

    private int revoke(Predicate<SignedInSession> which, Instant at) {
        List<SignedInSession> revoked = sessions.rows()
                .filter(session -> session.revokedAt() == null)
                .filter(which)
                .map(session -> session.revoked(at))
                .toList();
        revoked.forEach(sessions::put);
        return revoked.size();
    }

    @Override
    public int removeOld(Instant now, int most) {
        var old = sessions.rows()
                .filter(session -> session.expiresAt().isBefore(now.minus(KEPT)))
                .limit(most)
                .toList();
        old.forEach(row -> sessions.remove(row.id()));
        return old.size();
    }
}
