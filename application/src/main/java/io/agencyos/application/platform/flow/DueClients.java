package io.agencyos.application.platform.flow;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clients for whom a flow has something to do, asked about all of them in one question: of thousands most have nothing
 * at any one moment. Source: flows 1.8.
 */
@FunctionalInterface
public interface DueClients {

    /** By id after this one; in a unit of the platform. */
    List<ClientId> page(Instant now, @Nullable ClientId after, int limit);

    /** Whether there is any. */
    default boolean none(Instant now) {
        return page(now, null, 1).isEmpty();
    }
}
