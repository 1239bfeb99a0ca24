package io.agencyos.application.resource;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a vendor says of a mailbox that we know, inside the caller's unit of work. */
final class MailboxNews {

    private final ResourcePorts ports;
    private final ClockPort clock;
    private final IdSource ids;

    MailboxNews(ResourcePorts ports, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
    }

    /** The mailbox as it is then; what was removed here is not undone by its vendor. */
    Mailbox take(Mailbox known, @Nullable String ref, MailboxState state) {
        MailboxState next = known.state() == MailboxState.REMOVED ? MailboxState.REMOVED : state;
        if (next == known.state() && Objects.equals(ref, known.vendorRef())) {
            return known;
        }
        Mailbox changed = known.told(ref, next, since(known, next));
        ports.mailboxes().update(changed);
        if (next != known.state()) {
            ports.events()
                    .append(new DomainEvent(
                            ids.next(),
                            known.clientId(),
                            EventName.RESOURCE_HEALTH_CHANGED,
                            known.id().value(),
                            clock.now(),
                            Map.of("kind", "mailbox", "from", known.state().wire(), "to", next.wire())));
        }
        return changed;
    }

    /** Whatever keeps it from sending: it has been so since the first of it. */
    private @Nullable Instant since(Mailbox known, MailboxState next) {
        if (next == MailboxState.CONNECTED) {
            return null;
        }
        boolean before = known.state() != MailboxState.CONNECTED && known.pausedSince() != null;
        return before ? known.pausedSince() : clock.now();
    }
}
