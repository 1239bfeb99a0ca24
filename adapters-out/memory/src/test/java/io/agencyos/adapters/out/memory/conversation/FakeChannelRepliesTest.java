package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.ChannelRepliesContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.domain.shared.Channel;

class FakeChannelRepliesTest extends ChannelRepliesContract {

    @Override
    protected World world() {
        FakeChannelReplies replies = new FakeChannelReplies();
        return new AnsweringWorld(
                replies,
                replies::add,
                replies::breakDown,
                new ChannelEvent.About(Channel.SMS, null, null, "+61491570110", "+61491570006"));
    }
}
