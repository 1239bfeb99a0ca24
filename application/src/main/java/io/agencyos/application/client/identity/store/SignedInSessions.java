package io.agencyos.application.client.identity.store;

import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** The token of the sign-in that can still be used. */
    Optional<SignedInSession> usable(SessionId family, Instant now);

    /** The sign-ins of a person that go on, each by its newest token, the last seen first. */
    List<SignedInSession> usable(UserId user, Instant now);

    /** The token that a sign-in began with, whatever became of it. */
    Optional<SignedInSession> first(SessionId family);

    /** Writes until when a token is good, whether the second factor was proved, and when it was seen. */
    void prolong(SignedInSession session);

    /** The person proved to have the second factor in this sign-in. */
    void proved(SessionId family);

    /** Revokes every token of one sign-in; answers how many were not revoked before. */
    int revokeFamily(SessionId family, Instant at);

    /** Revokes every token of a person but those of one sign-in; answers how many were not revoked before. */
    int revokeOthers(UserId user, SessionId kept, Instant at);

    /** How long it is known that there was a sign-in, after its last token expired. */
    Duration KEPT = Duration.ofDays(30);

    /** Removes tokens past that time, at most so many; answers how many. */
    int removeOld(Instant now, int most);

    /** Revokes every token of a person; answers how many were not revoked before. */
    int revokeAll(UserId user, Instant at);
}
