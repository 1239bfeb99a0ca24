package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowRuns.After;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What staff of the platform see and do across clients; the caller has checked that it is staff. Source: flows 1.9. */
@PrimaryPort
public interface RunPlatform {

    /** A schedule as it stands, and when it starts next by itself. */
    record Schedule(Definition definition, @Nullable Instant nextAt, boolean known) {}

    /** What came of a change. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        /** What cannot be, and which member of the request says it. */
        record Invalid(String member, String message) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** What came of a start. */
    sealed interface Started {

        record Now(Run run) implements Started {}

        /** One is unfinished. */
        record Before(Run run) implements Started {}

        /** No such flow, or this process does not know it. */
        record NotFound() implements Started {}

        /** The flow is switched off, or its parameters are not what it asks for. */
        record Refused(String reason) implements Started {}
    }

    /**
     * What is changed of a flow.
     *
     * @param timed whether {@code cron} is to hold from now on; what was due before is not made up for
     * @param cron null for never by itself
     * @param misfire null for as it is, as those after it
     */
    record Settings(
            boolean timed,
            @Nullable String cron,
            @Nullable Duration misfire,
            @Nullable Integer perClientMax,
            @Nullable Integer globalMax,
            @Nullable Duration deadline) {}

    /** Starts the platform's run of a flow now, for a reason that stays in the audit log. */
    Started start(UserId by, String flow, String reason, AuditEntry.Origin origin);

    /**
     * Starts the platform's run of a flow with these parameters; runs of it go on side by side.
     *
     * @param key the caller's own name for this order: the same again is the same run
     */
    Started order(UserId by, String flow, Map<String, String> params, String key, AuditEntry.Origin origin);

    /** Whose run this is; empty when there is none. */
    Optional<ClientId> clientOf(RunId run);

    /** Runs of all clients, newest first. */
    List<Run> runs(Filter filter, Optional<After> after, int limit);

    List<Schedule> schedules();

    /** Switches a flow off, with a reason, or on again without one. */
    Outcome enable(UserId by, String flow, boolean enabled, String reason, AuditEntry.Origin origin);

    /** Another time, or other limits; what runs goes on under the old ones. */
    Outcome change(UserId by, String flow, Settings settings, AuditEntry.Origin origin);

    /** Everything that is not closed. */
    List<Breaker> breakers();

    Outcome open(UserId by, ClientId client, BreakerScope scope, String key, String reason, AuditEntry.Origin origin);

    /** What waited for it is queued at once. */
    Outcome close(UserId by, ClientId client, BreakerScope scope, String key, AuditEntry.Origin origin);
}
