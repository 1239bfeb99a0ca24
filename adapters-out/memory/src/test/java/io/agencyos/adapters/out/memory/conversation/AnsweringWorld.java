package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.ChannelRepliesContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** People who answer by a fake, second after second, always from one to the same other. */
final class AnsweringWorld implements ChannelRepliesContract.World {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");

    private final ChannelReplies replies;
    private final BiConsumer<ClientId, ChannelEvent> tell;
    private final Runnable breakDown;
    private final ChannelEvent.About about;
    private int answers;

    AnsweringWorld(
            ChannelReplies replies,
            BiConsumer<ClientId, ChannelEvent> tell,
            Runnable breakDown,
            ChannelEvent.About about) {
        this.replies = replies;
        this.tell = tell;
        this.breakDown = breakDown;
        this.about = about;
    }

    @Override
    public ChannelReplies replies() {
        return replies;
    }

    @Override
    public ClientId client() {
        return CLIENT;
    }

    @Override
    public void answer(String text) {
        answers++;
        tell.accept(
                CLIENT,
                new ChannelEvent.Received("answer-" + answers, BEGIN.plusSeconds(answers), about, null, text, null));
    }

    @Override
    public void breakDown() {
        breakDown.run();
    }
}
