package io.agencyos.application.platform;

import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What happened to a client, as the outbox has it. Needs an open unit of work of the tenant, where nothing else is said. Source: api 1.10. */
@SecondaryPort
public interface EventFeed {

    /**
     * A place in the order by moment and id. Of one moment there may be more events than are read at once: one order can
     * score a hundred thousand leads.
     *
     * @param id of the event that is passed over with everything before it
     */
    record Mark(Instant moment, UUID id) implements Comparable<Mark> {

        private static final UUID BEFORE_ALL = new UUID(0, 0);

        /** Before everything that happened at this moment. */
        public static Mark before(Instant moment) {
            return new Mark(moment, BEFORE_ALL);
        }

        /** Right behind this event. */
        public static Mark behind(DomainEvent event) {
            return new Mark(event.occurredAt(), event.id());
        }

        @Override
        public int compareTo(Mark other) {
            int byMoment = moment.compareTo(other.moment);
            // as text, because UUID compares its halves with their signs
            return byMoment != 0 ? byMoment : id.toString().compareTo(other.id.toString());
        }
    }

    /** An event of the client, unless it is older than this moment. */
    Optional<DomainEvent> find(ClientId client, UUID event, Instant oldest);

    /** Events behind this mark, by moment and id. */
    List<DomainEvent> since(ClientId client, Mark mark, int limit);

    /** An event of anybody, unless it is older than this moment. Platform unit. */
    Optional<DomainEvent> find(UUID event, Instant oldest);

    /** Events of everybody behind this mark, by moment and id. Platform unit. */
    List<DomainEvent> since(Mark mark, int limit);
}
