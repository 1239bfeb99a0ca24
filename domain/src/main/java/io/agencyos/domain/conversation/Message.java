package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.MessageId;
import io.agencyos.domain.shared.ThreadId;
import io.agencyos.domain.shared.Vocabulary;
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
