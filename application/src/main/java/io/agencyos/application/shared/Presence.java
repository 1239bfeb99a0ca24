package io.agencyos.application.shared;

import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A person's sign-in as an earlier request found it, until this request has asked the database about it. Bound to the
 * thread while the request is answered. A store that opens a unit of work for this person asks along with the unit's first
 * question whether the sign-in still stands with the role of the unit: {@link #confirm} when it does, else {@link Lost}.
 * Whoever bound it looks for itself when no store did; so a store that knows nothing of this makes a request slower,
 * never less safe. Source: api 2 and 3, role changes act on the next request.
 */
public final class Presence {

    private static final ScopedValue<Presence> CURRENT = ScopedValue.newInstance();

    private final UserId user;
    private final SessionId signIn;
    private final Instant now;
    private volatile boolean confirmed;

    /** @param now by which it is judged whether the sign-in is over */
    public Presence(UserId user, SessionId signIn, Instant now) {
        this.user = user;
        this.signIn = signIn;
        this.now = now;
    }

    /** The sign-in is over, or the person's role is another one; nothing was done in the unit that found it out. */
    public static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Lost() {
            super("the sign-in is over or the role is another one", null, false, false);
        }
    }

    /** Does the work with this presence bound to the thread. */
    public <T> T within(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** What a unit of this scope has to ask; empty where there is nothing, nothing any more, or where it is somebody else's. */
    public static Optional<Presence> toConfirm(TenantScope scope) {
        if (!CURRENT.isBound()) {
            return Optional.empty();
        }
        Presence bound = CURRENT.get();
        return bound.confirmed || !bound.user.equals(scope.userId()) ? Optional.empty() : Optional.of(bound);
    }

    public void confirm() {
        confirmed = true;
    }

    public boolean confirmed() {
        return confirmed;
    }

    public UserId user() {
        return user;
    }

    public SessionId signIn() {
        return signIn;
    }

    public Instant now() {
        return now;
    }
}
