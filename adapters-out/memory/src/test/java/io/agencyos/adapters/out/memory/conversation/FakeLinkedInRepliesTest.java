package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.LinkedInRepliesContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.domain.shared.Channel;

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
        return new AnsweringWorld(
                replies,
                replies::add,
                replies::breakDown,
                new ChannelEvent.About(Channel.LINKEDIN, null, null, "seat-1", "ACoAAB22"));
    }
}
