package io.agencyos.application.conversation.store;

import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** A tenant's conversations and their messages. Needs an open unit of work of the tenant. Source: content 4.8. */
@SecondaryPort
public interface Threads {

    /** The lead's active or stale thread of the channel, else its newest, locked until the unit of work ends. */
    Optional<ConversationThread> findForUpdate(ClientId client, LeadId lead, Channel channel);

    /** This thread, locked until the unit of work ends. */
    Optional<ConversationThread> findForUpdate(ClientId client, ThreadId id);

    Optional<ConversationThread> find(ClientId client, ThreadId id);

    /** Those of these ids that exist, in no particular order. */
    List<ConversationThread> findAll(ClientId client, Collection<ThreadId> ids);

    void insert(ConversationThread thread);

    /** Writes status, outcome, counts and times where the version is unchanged, else {@code ConcurrentUpdate}. */
    ConversationThread update(ConversationThread thread);

    /** Marks it for the platform too; the first mark stays. */
    void escalate(ClientId client, ThreadId id, String reason, Instant at);

    /** Adds a message; its position is taken by whoever holds the thread's lock. */
    void append(Message message);

    /** The same with {@link #update} of its thread, as the message leaves it. */
    ConversationThread append(Message message, ConversationThread thread);

    /** The messages in order. */
    List<Message> messages(ClientId client, ThreadId id);

    /** These messages of these threads, for lists that show one of each. */
    List<Message> messages(ClientId client, Collection<ThreadId> threads, Collection<MessageId> ids);

    /** Where a page begins: behind this thread. */
    record After(Instant lastAt, ThreadId id) {}

    /** Last spoken first. */
    List<ConversationThread> list(
            ClientId client, @Nullable ThreadStatus status, @Nullable LeadId lead, @Nullable After after, int limit);
}
