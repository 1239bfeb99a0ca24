package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.lead.PostgresPhoneProofs;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.application.conversation.world.ChannelWorld;
import io.agencyos.application.scoring.rescore.ReachedPhones;

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
                product.revealPhones()::told,
                new ReachedPhones(
                        new PostgresPhoneProofs(),
                        stores.scoring.requests(),
                        product.basis().clock(),
                        product.basis().ids())::reached);
    }
}
