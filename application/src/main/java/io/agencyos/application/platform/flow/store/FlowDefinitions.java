package io.agencyos.application.platform.flow.store;

import io.agencyos.domain.platform.flow.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What operators set per flow. Read by everybody, written on the platform. Source: data model 5.13. */
@SecondaryPort
public interface FlowDefinitions {

    /**
     * @param cron null when it never starts by itself
     * @param perClientMax most runs of one client at the same time
     * @param globalMax most runs of all clients at the same time
     * @param firedUntil starts up to here were looked at; null before the first look
     * @param pausedReason null while it is enabled
     * @param version of the row
     */
    record Definition(
            String flow,
            boolean enabled,
            @Nullable String cron,
            ZoneId zone,
            Duration misfire,
            int perClientMax,
            int globalMax,
            @Nullable Duration deadline,
            BackOff backOff,
            @Nullable Instant firedUntil,
            @Nullable String pausedReason,
            int version) {}

    Optional<Definition> find(String flow);

    List<Definition> all();

    /** Starts of these flows up to then were looked at. */
    void fired(Collection<String> flows, Instant until);

    /** Writes enabled, cron, misfire, ceilings, deadline and reason where the version is still this, else {@code ConcurrentUpdate}. */
    Definition update(Definition definition);
}
