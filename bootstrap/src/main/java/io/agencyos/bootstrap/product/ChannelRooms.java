package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.application.conversation.ChannelWorld;

/** Where texts, LinkedIn messages and calls that come in are looked up and written down. */
final class ChannelRooms {

    private ChannelRooms() {}

    static ChannelWorld of(Product product) {
        Stores stores = product.stores();
        return new ChannelWorld(
                product.channelVendors(),
                stores.outreach.touches(),
                new PostgresSeats(),
                new PostgresSeatConnections(),
                stores.outreachWorld.feeds(),
                stores.alerts,
                product.calling().world(),
                product.revealPhones()::told);
    }
}
