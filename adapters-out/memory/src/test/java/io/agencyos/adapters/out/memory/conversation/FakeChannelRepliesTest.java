package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.ChannelRepliesContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.UUID;

class FakeChannelRepliesTest extends ChannelRepliesContract {

    @Override
    protected World world() {
        FakeChannelReplies replies = new FakeChannelReplies();
        return new World() {
            private int answers;

            @Override
            public ChannelReplies replies() {
                return replies;
            }

            @Override
            public ClientId client() {
                return new ClientId(new UUID(0, 2));
            }

            @Override
            public void answer(String text) {
                answers++;
                replies.add(
                        client(),
                        new ChannelEvent.Received(
                                "sms-" + answers,
                                Instant.parse("2026-09-01T00:00:00Z").plusSeconds(answers),
                                new ChannelEvent.About(Channel.SMS, null, null, "+61491570110", "+61491570006"),
                                null,
                                text,
                                null));
            }

            @Override
            public void breakDown() {
                replies.breakDown();
            }
        };
    }
}
