package io.agencyos.application.deal;

import io.agencyos.application.conversation.store.Threads;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Comparator;

/** The conversations with a lead that end when it converts. Works inside the caller's unit of work. Source: content 5.1. */
final class LiveThreads {

    private static final int THREADS_OF_A_LEAD = 50;

    private LiveThreads() {}

    /** Ends every live one, by ascending id, as all who lock several do. */
    static void end(Threads threads, ClientId client, LeadId lead, ThreadOutcome with) {
        threads.list(client, null, lead, null, THREADS_OF_A_LEAD).stream()
                .filter(ConversationThread::isLive)
                .map(ConversationThread::id)
                .sorted(Comparator.comparing(id -> id.text()))
                .forEach(id -> threads.findForUpdate(client, id)
                        .filter(ConversationThread::isLive)
                        .ifPresent(thread -> threads.update(thread.ended(ThreadStatus.CONVERTED, with))));
    }
}
