package io.agencyos.application.platform;

import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What happened to a client, as the outbox has it. Needs an open unit of work of the tenant, where nothing else is said. Source: api 1.10. */
@SecondaryPort
public interface EventFeed {

    /** An event of the client, unless it is older than this moment. */
    Optional<DomainEvent> find(ClientId client, UUID event, Instant oldest);

    /** Events that happened at this moment or later, by moment and id. */
    List<DomainEvent> since(ClientId client, Instant from, int limit);

    /** An event of anybody, unless it is older than this moment. Platform unit. */
    Optional<DomainEvent> find(UUID event, Instant oldest);

    /** Events of everybody that happened at this moment or later, by moment and id. Platform unit. */
    List<DomainEvent> since(Instant from, int limit);
}
