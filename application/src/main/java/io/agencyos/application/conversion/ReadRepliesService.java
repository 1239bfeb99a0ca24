package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ThreadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists read the texts of a page in one question. */
final class ReadRepliesService implements ReadReplies {

    private final InboxPorts ports;
    private final UnitOfWork units;

    ReadRepliesService(InboxPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    @Override
    public Page list(TenantScope scope, Replies.Filter filter, Replies.@Nullable After after, int limit) {
        ClientId client = scope.clientId();
        return units.inTenant(scope, () -> {
            List<Reply> found = ports.replies().list(client, filter, after, limit + 1);
            List<Reply> shown = Pages.cut(found, limit);
            return new Page(lines(client, shown), cards(client, shown), found.size() > limit);
        });
    }

    private List<Line> lines(ClientId client, List<Reply> replies) {
        List<ThreadId> named = replies.stream().map(Reply::threadId).distinct().toList();
        Map<ThreadId, ConversationThread> threads = ports.threads().findAll(client, named).stream()
                .collect(Collectors.toMap(ConversationThread::id, Function.identity()));
        List<MessageId> written = replies.stream().map(Reply::messageId).toList();
        Map<MessageId, Message> texts = ports.threads().messages(client, named, written).stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
        return replies.stream()
                .map(reply -> new Line(reply, texts.get(reply.messageId()), campaign(threads.get(reply.threadId()))))
                .toList();
    }

    private static @Nullable CampaignId campaign(@Nullable ConversationThread thread) {
        return thread == null ? null : thread.campaignId();
    }

    private Cards cards(ClientId client, List<Reply> replies) {
        return Cards.of(
                ports.leads(),
                ports.campaigns(),
                client,
                replies.stream().map(Reply::leadId).toList());
    }

    @Override
    public Optional<Detail> find(TenantScope scope, ReplyId id) {
        ClientId client = scope.clientId();
        return units.inTenant(
                scope,
                () -> ports.replies().find(client, id).map(reply -> {
                    List<Message> all = ports.threads().messages(client, reply.threadId());
                    return new Detail(
                            lines(client, List.of(reply)).getFirst(),
                            cards(client, List.of(reply)),
                            Spoken.of(
                                    all.subList(Math.max(0, all.size() - MESSAGES), all.size()),
                                    Spoken.replies(ports.replies(), client, reply.leadId())),
                            ports.touches().ofLead(client, reply.leadId()).stream()
                                    .filter(touch -> reply.id().equals(touch.replyId()))
                                    .toList());
                }));
    }
}
