package io.agencyos.application.platform;

import io.agencyos.domain.platform.DomainEvent;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The transactional outbox: events are appended in the transaction of the change. Source: data model 8. */
@SecondaryPort
public interface Events {

    void append(Collection<DomainEvent> events);

    default void append(DomainEvent event) {
        append(List.of(event));
    }
}
