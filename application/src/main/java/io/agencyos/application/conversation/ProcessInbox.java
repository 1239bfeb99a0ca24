package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Works through what was received, over all clients: facts of the same client together, everything else one by one in a
 * unit of its own. May run in several processes at once. Source: api 10.1 step 6, outreach 15.
 */
@PrimaryPort
public interface ProcessInbox {

    /** How many events were taken, and how many of them have to be tried again or are dead. */
    record Batch(int taken, int failed) {}

    /** One batch of at most {@code limit} due events. */
    Batch run(int limit);

    /** The same for one client alone. */
    Batch run(ClientId client, int limit);

    /** The same for these events alone: somebody waits for them. */
    Batch run(Collection<Key> events);
}
