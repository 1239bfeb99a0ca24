package io.agencyos.application.conversation.inbox;

import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The vendors of the channels other than e-mail, as far as they can be asked what became of things. Source: outreach 15. */
@SecondaryPort
public interface ChannelSources {

    /** An installation without such vendors. */
    ChannelSources NONE = new ChannelSources() {
        @Override
        public List<Source> of(ClientId client) {
            return List.of();
        }

        @Override
        public Optional<SmsSender> texts(String vendor) {
            return Optional.empty();
        }

        @Override
        public Optional<VoiceCaller> calls(String vendor) {
            return Optional.empty();
        }

        @Override
        public Optional<LinkedInReplies> network(String vendor) {
            return Optional.empty();
        }
    };

    /** A vendor that shows what came back, under the name under which its hooks report the same events. */
    record Source(String vendor, Channel channel, ChannelReplies replies) {}

    /** Those at which the client has an account. */
    List<Source> of(ClientId client);

    /** Who can say what became of a text that went out by this vendor. */
    Optional<SmsSender> texts(String vendor);

    /** Who can say what became of a call that was made by this vendor. */
    Optional<VoiceCaller> calls(String vendor);

    /** Who can say whose message came to a seat of this vendor. */
    Optional<LinkedInReplies> network(String vendor);
}
