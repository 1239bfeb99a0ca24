package io.agencyos.application.client.identity.session;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.id.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who was let in lately, by sign-in; the least seen go first. Thread-safe. */
public final class RecentCallers {

    /** Only names and addresses can be this old in an answer: what somebody may do is confirmed at every request. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    private final ClockPort clock;
    private final Map<SessionId, Found> found = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Found> eldest) {
            return size() > MOST;
        }
    };

    private record Found(Principal principal, Instant at) {}

    public RecentCallers(ClockPort clock) {
        this.clock = clock;
    }

    public Optional<Principal> find(SessionId family) {
        synchronized (found) {
            return Optional.ofNullable(found.get(family))
                    .filter(one -> clock.now().isBefore(one.at().plus(REMEMBERED)))
                    .map(Found::principal);
        }
    }

    /** Remembers who was found, or forgets who was not. */
    public void put(SessionId family, Optional<Principal> principal) {
        Instant now = clock.now();
        synchronized (found) {
            principal.ifPresentOrElse(person -> found.put(family, new Found(person, now)), () -> found.remove(family));
        }
    }
}
