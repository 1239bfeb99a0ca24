package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.MailLines;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Lines that ring when a test says so, and that tell to whom they were opened and how often they were hung up. Thread-safe. */
public final class FakeMailLines implements MailLines {

    private final BlockingQueue<Set<ClientId>> wishes = new LinkedBlockingQueue<>();
    private final Set<ClientId> open = new LinkedHashSet<>();
    private Consumer<ClientId> heard = client -> {};
    private int hungUp;

    @Override
    public synchronized void listen(Collection<ClientId> clients, Consumer<ClientId> told) {
        heard = told;
        open.retainAll(new HashSet<>(clients));
        clients.stream().filter(open::add).forEach(told);
        wishes.add(Set.copyOf(clients));
    }

    @Override
    public synchronized void hangUp() {
        open.clear();
        hungUp++;
    }

    /** A mail comes to the mailbox of this client. */
    public synchronized void ring(ClientId client) {
        if (open.contains(client)) {
            heard.accept(client);
        }
    }

    /** Breaks every line, and opens it again. */
    public synchronized void cut() {
        open.forEach(heard);
    }

    /** Whose mailboxes are listened to. */
    public synchronized Set<ClientId> open() {
        return Set.copyOf(open);
    }

    public synchronized int hungUp() {
        return hungUp;
    }

    /** Whom each call wanted to listen to, oldest first, for whoever waits for it. */
    public BlockingQueue<Set<ClientId>> wishes() {
        return wishes;
    }
}
