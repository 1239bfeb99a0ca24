package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, the threads and messages of the conversation, and the references by which the world names them. The
 * stores of the conversation stand on the tables shown here.
 */
public final class MemorySentLog implements SentLog {

    private static final String LIVE = "uq_conversation_thread_live";

    /** A sent touch with its place in the conversation and what became of it. */
    public record SentTouch(Sent sent, ThreadId thread, MessageId message, DeliveryStatus delivery) {
        TouchId id() {
            return sent.touch().id();
        }

        ClientId clientId() {
            return sent.touch().clientId();
        }
    }

    /** Whom a provider's name for a message belongs to. */
    public record Reference(
            String provider,
            String externalId,
            ClientId clientId,
            LeadId lead,
            @Nullable TouchId touch,
            @Nullable ThreadId thread) {
        ReferenceKey key() {
            return new ReferenceKey(provider, externalId);
        }
    }

    private record ReferenceKey(String provider, String externalId) {}

    private final IdSource ids;
    private final MemoryTable<TouchId, SentTouch> touches;
    private final MemoryTable<ThreadId, ConversationThread> threads;
    private final MemoryTable<MessageId, Message> messages;
    private final MemoryTable<ReferenceKey, Reference> references;

    public MemorySentLog(MemoryUnitOfWork units, IdSource ids) {
        this.ids = ids;
        touches = MemoryTable.<TouchId, SentTouch>ofTenants("touch", units, SentTouch::clientId, SentTouch::id)
                .writtenBy(Role.WORKER);
        threads = MemoryTable.<ThreadId, ConversationThread>ofTenants(
                        "conversation_thread", units, ConversationThread::clientId, ConversationThread::id)
                .unique(
                        LIVE,
                        thread -> isLive(thread.status())
                                ? liveKey(thread.clientId(), thread.leadId(), thread.channel())
                                : null)
                .unique("uq_conversation_thread_external", MemorySentLog::externalKey);
        messages = MemoryTable.ofTenants("message", units, Message::clientId, Message::id);
        references = MemoryTable.ofPlatform("message_ref", units, Reference::key);
    }

    private static boolean isLive(ThreadStatus status) {
        return switch (status) {
            case ACTIVE, STALE -> true;
            case RESOLVED, CONVERTED, DEAD -> false;
        };
    }

    private static Object liveKey(ClientId client, LeadId lead, Channel channel) {
        return List.of(client, lead, channel);
    }

    private static @Nullable Object externalKey(ConversationThread thread) {
        return thread.externalThreadId() == null
                ? null
                : List.of(thread.clientId(), thread.channel(), thread.externalThreadId());
    }

    @Override
    public void record(Collection<Sent> sent) {
        sent.stream().filter(one -> touches.find(one.touch().id()).isEmpty()).forEach(this::recordNew);
    }

    private void recordNew(Sent sent) {
        Touch touch = sent.touch();
        ConversationThread thread = withOneMoreOfOurs(threadOf(sent), sent.at());
        threads.put(thread);
        Message message = new Message(
                new MessageId(ids.next()),
                touch.clientId(),
                thread.id(),
                touch.leadId(),
                Message.Direction.OUT,
                thread.channel(),
                sent.subject(),
                sent.mailText(),
                thread.ours() + thread.theirs(),
                sent.at());
        messages.insert(message);
        touches.insert(new SentTouch(sent, thread.id(), message.id(), DeliveryStatus.ACCEPTED));
        refer(touch, thread.id(), MESSAGE_ID, sent.messageId());
        refer(touch, thread.id(), touch.vendor(), touch.vendorRef());
    }

    private ConversationThread threadOf(Sent sent) {
        Touch touch = sent.touch();
        Channel channel = touch.kind().channel();
        return threads.findBy(LIVE, liveKey(touch.clientId(), touch.leadId(), channel))
                .orElseGet(() -> new ConversationThread(
                        new ThreadId(ids.next()),
                        touch.clientId(),
                        touch.leadId(),
                        touch.campaignId(),
                        channel,
                        ThreadStatus.ACTIVE,
                        ThreadOutcome.ONGOING,
                        null,
                        0,
                        0,
                        sent.at(),
                        null,
                        null,
                        -1));
    }

    private static ConversationThread withOneMoreOfOurs(ConversationThread thread, Instant at) {
        Instant last = thread.lastOursAt();
        return new ConversationThread(
                thread.id(),
                thread.clientId(),
                thread.leadId(),
                thread.campaignId(),
                thread.channel(),
                thread.status(),
                thread.outcome(),
                thread.externalThreadId(),
                thread.ours() + 1,
                thread.theirs(),
                thread.startedAt(),
                last == null || last.isBefore(at) ? at : last,
                thread.lastTheirsAt(),
                thread.version() + 1);
    }

    private void refer(Touch touch, ThreadId thread, @Nullable String provider, @Nullable String externalId) {
        if (provider != null && externalId != null) {
            references.put(new Reference(provider, externalId, touch.clientId(), touch.leadId(), touch.id(), thread));
        }
    }

    @Override
    public Map<EnrolmentId, List<Earlier>> earlier(ClientId client, Collection<EnrolmentId> enrolments) {
        Set<EnrolmentId> wanted = new HashSet<>(enrolments);
        return all(client)
                .filter(one -> one.sent().touch().kind().channel() == Channel.EMAIL
                        && one.sent().touch().enrolmentId() != null
                        && wanted.contains(one.sent().touch().enrolmentId()))
                .sorted(comparing((SentTouch one) -> one.sent().at()).thenComparing(ById.ascending(SentTouch::id)))
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.sent().touch().enrolmentId()),
                        Collectors.mapping(MemorySentLog::earlier, Collectors.toUnmodifiableList())));
    }

    private static Earlier earlier(SentTouch one) {
        return new Earlier(
                one.thread(),
                one.sent().messageId(),
                one.sent().subject(),
                one.sent().touch().resourceId(),
                one.delivery() == DeliveryStatus.BOUNCED);
    }

    private Stream<SentTouch> all(ClientId client) {
        return touches.rows().filter(one -> one.clientId().equals(client));
    }

    // What the stores of the conversation, and tests, see of it.

    /** Takes what is known of a delivery now; an unknown touch has none. */
    public void delivered(ClientId client, TouchId touch, DeliveryStatus next) {
        touches.find(touch)
                .filter(one -> one.clientId().equals(client))
                .ifPresent(one -> touches.put(new SentTouch(one.sent(), one.thread(), one.message(), next)));
    }

    /** A tenant's sent touches in the order in which they were recorded. */
    public List<SentTouch> touches(ClientId client) {
        return all(client).toList();
    }

    /** The table of threads; its rows are written by every member but a viewer. */
    public MemoryTable<ThreadId, ConversationThread> threads() {
        return threads;
    }

    /** The live thread of a lead on a channel. */
    public Optional<ConversationThread> liveThread(ClientId client, LeadId lead, Channel channel) {
        return threads.findBy(LIVE, liveKey(client, lead, channel));
    }

    /** The table of messages. */
    public MemoryTable<MessageId, Message> messages() {
        return messages;
    }

    /** The messages of a thread by position. */
    public List<Message> messages(ClientId client, ThreadId thread) {
        return messages.rows()
                .filter(message ->
                        message.clientId().equals(client) && message.threadId().equals(thread))
                .sorted(comparing(Message::position))
                .toList();
    }

    /** Whom a reference names, over all tenants: for the platform and for the product's own work. */
    public Optional<Reference> reference(String provider, String externalId) {
        return references.find(new ReferenceKey(provider, externalId));
    }
}
