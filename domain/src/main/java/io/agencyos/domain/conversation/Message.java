package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread, the only place where its text stands. Source: data model 5.7.
 *
 * @param sender the address or number that it came from, null for ours and where the channel names none
 */
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
        Instant at,
        @Nullable String sender) {

    /** One that says nothing of where it came from. */
    public Message(
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
        this(id, clientId, threadId, leadId, direction, channel, subject, body, position, at, null);
    }

    @Override
    public String toString() {
        return "Message[" + id + "]";
    }

    /** Who wrote it: we (out) or the lead (in). */
    public enum Direction implements Vocabulary {
        OUT,
        IN
    }
}
