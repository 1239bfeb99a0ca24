package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.LinkedInRepliesContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.UUID;

class FakeLinkedInRepliesTest extends LinkedInRepliesContract {

    private final FakeLinkedInReplies replies = new FakeLinkedInReplies();

    @Override
    protected LinkedInReplies seats() {
        return replies;
    }

    @Override
    protected String seat() {
        replies.seat("seat-1");
        return "seat-1";
    }

    @Override
    protected String personCalled(String slug) {
        replies.page("ACoAAB22", slug);
        return "ACoAAB22";
    }

    @Override
    protected World world() {
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
                                "message-" + answers,
                                Instant.parse("2026-09-01T00:00:00Z").plusSeconds(answers),
                                new ChannelEvent.About(Channel.LINKEDIN, null, null, "seat-1", "ACoAAB22"),
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
