package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.Replies;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation and, where the lead wrote it, what was read in it. Source: api 9.11.
 *
 * @param reply null for what we wrote
 */
public record Spoken(Message message, @Nullable Reply reply) {

    /** More answers than any lead gives; what is older is shown without what was read in it. */
    private static final int MOST = 500;

    /** The lead's newest replies, by the messages that they are; inside a unit of work. */
    static Map<MessageId, Reply> replies(Replies replies, ClientId client, LeadId lead) {
        return replies.list(client, new Replies.Filter(null, null, null, null, lead), null, MOST).stream()
                .collect(Collectors.toMap(Reply::messageId, Function.identity()));
    }

    static List<Spoken> of(List<Message> messages, Map<MessageId, Reply> replies) {
        return messages.stream()
                .map(message -> new Spoken(message, replies.get(message.id())))
                .toList();
    }
}
