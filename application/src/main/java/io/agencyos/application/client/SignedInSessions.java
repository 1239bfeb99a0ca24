package io.agencyos.application.client;

import io.agencyos.domain.client.SignedInSession;
import io.agencyos.domain.shared.SessionId;
import io.agencyos.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Refresh tokens and the sign-ins they belong to. Needs an open platform unit of work, in which
 * whoever writes holds the person first ({@link Users#findForUpdate}). Source: api 2. */
@SecondaryPort
public interface SignedInSessions {

    void insert(SignedInSession session);

    Optional<SignedInSession> find(String tokenHash);

    /** Writes what a use changes: what replaced it and when it was seen. */
    void update(SignedInSession session);

    /** Whether any token of the sign-in can still be used. */
    boolean isAlive(SessionId family, Instant now);

    /** Revokes every token of one sign-in; answers how many were not revoked before. */
    int revokeFamily(SessionId family, Instant at);

    /** Revokes every token of a person; answers how many were not revoked before. */
    int revokeAll(UserId user, Instant at);
}
