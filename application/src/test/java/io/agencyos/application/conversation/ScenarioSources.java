package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One vendor a channel, whatever name it goes by. */
record ScenarioSources(Supplier<List<Source>> read, SmsSender texting, VoiceCaller calling, LinkedInReplies network)
        implements ChannelSources {

    @Override
    public List<Source> of(ClientId client) {
        return read.get();
    }

    @Override
    public Optional<SmsSender> texts(String vendor) {
        return Optional.of(texting);
    }

    @Override
    public Optional<VoiceCaller> calls(String vendor) {
        return Optional.of(calling);
    }

    @Override
    public Optional<LinkedInReplies> network(String vendor) {
        return Optional.of(network);
    }
}
