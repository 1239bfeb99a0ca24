package io.agencyos.application.client.staff;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The only way in which staff enters a client: announced to its owners, at most an hour long, every request in the log.
 * Source: api 3, 9.17.
 */
@PrimaryPort
public interface HoldSupportSession {

    /** What is asked for; {@code minutes} 1 to 60. */
    record Wish(SupportSession.Mode mode, String reason, int minutes) {}

    /** What came of it. */
    sealed interface Outcome {

        record Held(SupportSession session) implements Outcome {}

        /** Wire code {@code duplicate}: this person is in this client already. */
        record Running(SupportSession session) implements Outcome {}

        /** The reason has 10 to 500 characters. */
        record Invalid(boolean reason, boolean minutes) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    Outcome open(UserId staff, ClientId client, Wish wish, Origin origin);

    /** Anybody of the staff ends it; ended twice it is ended once. */
    Outcome end(UserId staff, SupportSessionId id, Origin origin);

    List<SupportSession> list(List<ClientId> clients, SupportSessions.@Nullable After after, int limit);

    /**
     * What this person may do in this client now, and a line in the log that it was asked for; empty without an open
     * session.
     *
     * @param request method and path
     */
    Optional<TenantScope> enter(UserId staff, ClientId client, String request, Origin origin);
}
