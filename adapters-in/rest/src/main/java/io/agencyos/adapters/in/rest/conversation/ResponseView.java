package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer of ours to a reply: queued, sent, or not sent and why. Source: api 9.11.
 *
 * @param channel the channel by which the message leaves
 * @param status how far the answer has come; {@code unknown} means that nobody knows whether it arrived
 * @param body as it will arrive, with signature and footer where the channel has them; null while it is not written
 * @param sentAt when it left; null while it has not
 * @param code why it was not sent, or waits; null where neither is so
 */
public record ResponseView(
        UUID id,
        UUID replyId,
        Channel channel,
        TouchState status,
        @Nullable String body,
        Instant scheduledAt,
        @Nullable Instant sentAt,
        @Nullable String code) {

    static final ResponseView EXAMPLE = new ResponseView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000081"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000061"),
            Channel.EMAIL,
            TouchState.READY,
            "Thanks for asking. It depends on what you need.",
            Instant.parse("2026-03-05T01:04:05Z"),
            null,
            null);

    static ResponseView of(Touch answer, UUID reply) {
        return new ResponseView(
                answer.id().value(),
                reply,
                answer.kind().channel(),
                answer.state(),
                answer.content() == null ? null : answer.content().body(),
                answer.scheduledAt(),
                answer.sentAt(),
                answer.code());
    }
}
