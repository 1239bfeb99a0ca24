package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.shared.ConcurrentUpdate;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations on the tables in which the send protocol records its own messages. */
public final class MemoryThreads implements Threads {

    private static final Comparator<ConversationThread> NEWEST_FIRST = comparing(ConversationThread::lastAt)
            .thenComparing(ById.ascending(ConversationThread::id))
            .reversed();

    private record Escalation(ClientId client, ThreadId thread, String reason, Instant at) {}

    private final MemorySentLog sentLog;
    private final MemoryTable<ThreadId, Escalation> escalations;

    public MemoryThreads(MemoryUnitOfWork units, MemorySentLog sentLog) {
        this.sentLog = sentLog;
        escalations = MemoryTable.ofTenants("escalation", units, Escalation::client, Escalation::thread);
    }

    @Override
    public Optional<ConversationThread> findForUpdate(ClientId client, LeadId lead, Channel channel) {
        return sentLog.liveThread(client, lead, channel)
                .or(() -> all(client)
                        .filter(thread -> thread.leadId().equals(lead) && thread.channel() == channel)
                        .min(NEWEST_FIRST));
    }

    @Override
    public Optional<ConversationThread> findForUpdate(ClientId client, ThreadId id) {
        return find(client, id);
    }

    @Override
    public Optional<ConversationThread> find(ClientId client, ThreadId id) {
        return sentLog.threads().find(id).filter(thread -> thread.clientId().equals(client));
    }

    @Override
    public List<ConversationThread> findAll(ClientId client, Collection<ThreadId> ids) {
        return all(client).filter(thread -> ids.contains(thread.id())).toList();
    }

    @Override
    public void insert(ConversationThread thread) {
        sentLog.threads().insert(thread);
    }

    @Override
    public ConversationThread update(ConversationThread thread) {
        find(thread.clientId(), thread.id())
                .filter(stored -> stored.version() == thread.version())
                .orElseThrow(() -> new ConcurrentUpdate("thread " + thread.id()));
        ConversationThread next = thread.atVersion(thread.version() + 1);
        sentLog.threads().put(next);
        return next;
    }

    @Override
    public void escalate(ClientId client, ThreadId id, String reason, Instant at) {
        if (escalations.find(id).isEmpty()) {
            escalations.insert(new Escalation(client, id, reason, at));
        }
    }

    /** Why a thread was marked, for tests. */
    public Optional<String> escalation(ThreadId id) {
        return escalations.find(id).map(Escalation::reason);
    }

    @Override
    public ConversationThread append(Message message, ConversationThread thread) {
        append(message);
        return update(thread);
    }

    @Override
    public void append(Message message) {
        sentLog.messages().insert(message);
    }

    @Override
    public List<Message> messages(ClientId client, ThreadId id) {
        return sentLog.messages(client, id);
    }

    @Override
    public List<Message> messages(ClientId client, Collection<ThreadId> threads, Collection<MessageId> ids) {
        return sentLog.messages()
                .rows()
                .filter(message -> message.clientId().equals(client)
                        && threads.contains(message.threadId())
                        && ids.contains(message.id()))
                .toList();
    }

    @Override
    public List<ConversationThread> list(
            ClientId client, @Nullable ThreadStatus status, @Nullable LeadId lead, @Nullable After after, int limit) {
        return all(client)
                .filter(thread -> status == null || thread.status() == status)
                .filter(thread -> lead == null || thread.leadId().equals(lead))
                .filter(thread -> after == null || isBehind(thread, after))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(ConversationThread thread, After after) {
        int order = thread.lastAt().compareTo(after.lastAt());
        return order < 0
                || order == 0 && thread.id().text().compareTo(after.id().text()) < 0;
    }

    private Stream<ConversationThread> all(ClientId client) {
        return sentLog.threads().rows().filter(thread -> thread.clientId().equals(client));
    }
}
