package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message of a thread, the only place where its text stands. Source: data model 5.7. */
public record Message(
        MessageId id,
        ClientId clientId,
        ThreadId threadId,
        LeadId leadId,
        Direction direction,
        Channel channel,
        @Nullable String subject,
        String body,
        int position,
        Instant at) {

    /** Who wrote it: we (out) or the lead (in). */
    public enum Direction implements Vocabulary {
        OUT,
        IN
    }
}
