package io.agencyos.application.conversation.world;

import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.application.resource.seat.Seats;

/** What other contexts keep that texts, LinkedIn, calls and data change, and whom to ask about them. */
public record ChannelWorld(
        ChannelSources sources,
        Touches touches,
        Seats seats,
        SeatConnections connections,
        ReplyFeedBook feeds,
        Alerts alerts,
        CallWorld calls,
        DataNews data,
        PhoneNews phones) {

    /** Where no data is ever asked for, and nobody cares who was reached. */
    public ChannelWorld(
            ChannelSources sources,
            Touches touches,
            Seats seats,
            SeatConnections connections,
            ReplyFeedBook feeds,
            Alerts alerts,
            CallWorld calls) {
        this(sources, touches, seats, connections, feeds, alerts, calls, DataNews.NOBODY, PhoneNews.NOBODY);
    }
}
