package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lead has at most one live conversation per channel, so its conversations are few and read whole. */
final class ReadThreadsService implements ReadThreads {

    private static final int THREADS_OF_A_LEAD = 20;

    private final InboxPorts ports;
    private final UnitOfWork units;

    ReadThreadsService(InboxPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    @Override
    public Page list(
            TenantScope scope,
            @Nullable ThreadStatus status,
            @Nullable LeadId lead,
            Threads.@Nullable After after,
            int limit) {
        ClientId client = scope.clientId();
        return units.inTenant(scope, () -> {
            List<ConversationThread> found = ports.threads().list(client, status, lead, after, limit + 1);
            List<ConversationThread> shown = Pages.cut(found, limit);
            return new Page(shown, cards(client, shown), found.size() > limit);
        });
    }

    @Override
    public Optional<Detail> find(TenantScope scope, ThreadId id) {
        return units.inTenant(
                scope,
                () -> ports.threads()
                        .find(scope.clientId(), id)
                        .map(thread -> detail(
                                scope.clientId(),
                                thread,
                                Spoken.replies(ports.replies(), scope.clientId(), thread.leadId()))));
    }

    @Override
    public Optional<List<Detail>> ofLead(TenantScope scope, LeadId lead) {
        ClientId client = scope.clientId();
        return units.inTenant(
                scope,
                () -> ports.leads().find(client, lead).map(found -> {
                    Map<MessageId, Reply> replies = Spoken.replies(ports.replies(), client, lead);
                    return ports.threads().list(client, null, lead, null, THREADS_OF_A_LEAD).stream()
                            .map(thread -> detail(client, thread, replies))
                            .toList();
                }));
    }

    private Detail detail(ClientId client, ConversationThread thread, Map<MessageId, Reply> replies) {
        return new Detail(
                thread,
                Spoken.of(ports.threads().messages(client, thread.id()), replies),
                cards(client, List.of(thread)));
    }

    private Cards cards(ClientId client, List<ConversationThread> threads) {
        return Cards.of(
                ports.leads(),
                ports.campaigns(),
                client,
                threads.stream().map(ConversationThread::leadId).toList());
    }
}
