package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ReplyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What leads answered; a provider's message is one reply. */
public final class MemoryReplies implements Replies {

    private static final String BY_PROVIDER = "uq_reply_provider_message";

    private final MemoryTable<ReplyId, Reply> table;
    private final Threads threads;

    /** @param threads the conversations that replies are part of, which know their campaign */
    public MemoryReplies(MemoryUnitOfWork units, Threads threads) {
        this.threads = threads;
        table = MemoryTable.<ReplyId, Reply>ofTenants("reply", units, Reply::clientId, Reply::id)
                .stamped(reply -> reply.id().value())
                .unique(BY_PROVIDER, reply -> key(reply.clientId(), reply.provider(), reply.providerMessageId()));
    }

    private static Object key(ClientId client, String provider, String providerMessageId) {
        return List.of(client, provider, providerMessageId);
    }

    @Override
    public void insert(Reply reply) {
        table.insert(reply);
    }

    @Override
    public Optional<Reply> find(ClientId client, ReplyId id) {
        return table.find(id).filter(reply -> reply.clientId().equals(client));
    }

    @Override
    public List<Reply> findAll(ClientId client, Collection<ReplyId> ids) {
        return ids.stream().distinct().flatMap(id -> find(client, id).stream()).toList();
    }

    @Override
    public Optional<Reply> findByProviderMessage(ClientId client, String provider, String providerMessageId) {
        return table.findBy(BY_PROVIDER, key(client, provider, providerMessageId));
    }

    @Override
    public Reply update(Reply reply) {
        find(reply.clientId(), reply.id())
                .filter(stored -> stored.version() == reply.version())
                .orElseThrow(() -> new ConcurrentUpdate("reply " + reply.id()));
        Reply next = reply.atVersion(reply.version() + 1);
        table.put(next);
        return next;
    }

    @Override
    public List<Reply> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        return table.rows()
                .filter(reply -> reply.clientId().equals(client) && shows(filter, reply))
                .filter(reply -> after == null || isBehind(reply, after))
                .sorted(comparing(Reply::receivedAt)
                        .thenComparing(ById.ascending(Reply::id))
                        .reversed())
                .limit(limit)
                .toList();
    }

    private boolean shows(Filter filter, Reply reply) {
        return (filter.intents() == null
                        || reply.intent() != null && filter.intents().contains(reply.intent()))
                && (filter.channels() == null || filter.channels().contains(reply.channel()))
                && (filter.handled() == null || filter.handled() == (reply.handledAt() != null))
                && (filter.needsReview() == null || filter.needsReview() == reply.reviewRequired())
                && (filter.lead() == null || filter.lead().equals(reply.leadId()))
                && came(reply.receivedAt(), filter)
                && (filter.campaign() == null || filter.campaign().equals(campaign(reply)));
    }

    private @Nullable CampaignId campaign(Reply reply) {
        return threads.find(reply.clientId(), reply.threadId())
                .map(ConversationThread::campaignId)
                .orElse(null);
    }

    private static boolean came(Instant at, Filter filter) {
        Instant from = filter.from();
        Instant until = filter.until();
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    private static boolean isBehind(Reply reply, After after) {
        int order = reply.receivedAt().compareTo(after.receivedAt());
        return order < 0 || order == 0 && reply.id().text().compareTo(after.id().text()) < 0;
    }
}
