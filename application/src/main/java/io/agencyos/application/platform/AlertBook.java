package io.agencyos.application.platform;

import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Alerts as staff reads them, closed ones too. Needs an open platform unit of work. Source: api 9.17 {@code P/alerts}. */
@SecondaryPort
public interface AlertBook {

    /** How far it is. */
    enum State implements Vocabulary {
        /** Its cause is there, and nobody has seen it. */
        OPEN,
        /** Somebody has seen it; its cause is still there. */
        ACKNOWLEDGED,
        /** Its cause is gone. */
        CLOSED
    }

    /** An alert with what became of it. */
    record Listed(
            UUID id,
            Alert alert,
            @Nullable UserId seenBy,
            @Nullable Instant seenAt,
            @Nullable Instant closedAt) {

        public State state() {
            if (closedAt != null) {
                return State.CLOSED;
            }
            return seenAt == null ? State.OPEN : State.ACKNOWLEDGED;
        }
    }

    /** Which are looked for; empty leaves all. */
    record Filter(Set<String> sources, Set<Alert.Severity> severities, Set<State> states, List<ClientId> clients) {

        public Filter {
            sources = Set.copyOf(sources);
            severities = Set.copyOf(severities);
            states = Set.copyOf(states);
            clients = List.copyOf(clients);
        }
    }

    /** Where a reader stands. */
    record After(Instant lastAt, UUID id) {}

    /** What happened last is first. */
    List<Listed> page(Filter filter, @Nullable After after, int limit);

    /** Silences it; the first one who has seen it stays. Empty where there is no such alert. */
    Optional<Listed> acknowledge(UUID id, UserId by, Instant at);
}
