package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ThreadId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The conversations with leads, last spoken first. Source: api 9.6, 9.11. */
@PrimaryPort
public interface ReadThreads {

    record Page(List<ConversationThread> threads, Cards cards, boolean more) {
        public Page {
            threads = List.copyOf(threads);
        }
    }

    /** A conversation with its messages in order. */
    record Detail(ConversationThread thread, List<Spoken> messages, Cards cards) {
        public Detail {
            messages = List.copyOf(messages);
        }
    }

    Page list(
            TenantScope scope,
            @Nullable ThreadStatus status,
            @Nullable LeadId lead,
            Threads.@Nullable After after,
            int limit);

    Optional<Detail> find(TenantScope scope, ThreadId id);

    /** A lead's conversations with their messages; empty where this tenant has no such lead. */
    Optional<List<Detail>> ofLead(TenantScope scope, LeadId lead);
}
