package io.agencyos.application.platform.flow.store;

import io.agencyos.domain.platform.flow.Turns;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What each client waits for, per work class. It is a hint: a lost one delays work until the next repair and loses
 * nothing. Source: data model 5.13 {@code tenant_queue}.
 */
@SecondaryPort
public interface TenantQueues {

    /** Something of these clients is due then; changes a row only when that makes it earlier. */
    void signal(WorkClass work, Collection<ClientId> clients, Instant dueAt);

    /**
     * The queues that are due and below their ceiling, whoever waited longest first, locked against other dispatchers;
     * those that another one holds are left out. Platform unit.
     */
    List<Turns.Queue> lockDue(WorkClass work, Instant now, int limit);

    /** The classes in which a queue is due and below its ceiling: mostly none, asked in one question. Platform unit. */
    Set<WorkClass> waiting(Instant now);

    /** Turns that were given; what is due next is looked up anew. Platform unit. */
    void served(WorkClass work, Map<ClientId, Integer> turns, Instant now);

    /** Queues that were locked and given nothing; what is due next is looked up anew. Platform unit. */
    void passed(WorkClass work, Collection<ClientId> clients, Instant until);

    /** A turn is over; what is due next is looked up anew. */
    void over(WorkClass work, ClientId client);

    /** Turns of all clients that are not over. Platform unit. */
    int inFlight(WorkClass work);

    /** Reads all queues anew from the runs themselves. Platform unit. */
    void repair(Instant now);
}
