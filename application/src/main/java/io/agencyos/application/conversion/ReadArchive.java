package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.application.conversation.store.SentMessages.SentMessage;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Every message that was sent, newest first. Source: api 9.9 {@code content-archive}. */
@PrimaryPort
public interface ReadArchive {

    /** @param asOf when it was asked for */
    record Page(List<SentMessage> messages, Cards cards, boolean more, Instant asOf) {
        public Page {
            messages = List.copyOf(messages);
        }
    }

    Page list(TenantScope scope, SentMessages.Filter filter, SentMessages.@Nullable After after, int limit);

    /** A page of this one message. */
    Optional<Page> find(TenantScope scope, TouchId id);
}
