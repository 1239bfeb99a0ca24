package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.lead.PostgresProfileReads;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.linkedin.CountHandWork;
import io.agencyos.application.outreach.linkedin.LinkedInPorts;
import io.agencyos.application.outreach.linkedin.ReadPosts;
import io.agencyos.application.outreach.linkedin.WithdrawInvitations;
import java.util.Optional;

/** What seats act by. */
final class SeatActs {

    private SeatActs() {}

    static LinkedInPorts ports(Product product) {
        LinkedInLines.Line line = product.channelVendors().seatLine();
        return new LinkedInPorts(
                new PostgresSeats(),
                new PostgresSeatConnections(),
                new PostgresSeatUsage(),
                product.stores().channelAddresses,
                client -> Optional.of(line),
                product.stores().contactRefs,
                product.senders().seats().hearSeats(),
                product.basis().ids());
    }

    /** Takes back what nobody answers. */
    static WithdrawInvitations withdrawals(Product product) {
        return WithdrawInvitations.over(
                ports(product),
                product.stores().leads.leads(),
                product.stores().activities,
                product.basis().units(),
                product.basis().clock());
    }

    /** What owners do beside us. */
    static CountHandWork handWork(Product product) {
        return new CountHandWork(
                ports(product), product.basis().units(), product.basis().clock());
    }

    /** What those write who are about to be written to. */
    static ReadPosts posts(Product product) {
        Stores stores = product.stores();
        return new ReadPosts(
                ports(product),
                product.channelVendors().pages(),
                new PostgresProfileReads(),
                stores.leads.leads(),
                product.scoring().scoreLeads(),
                stores.outreach.quotas(),
                product.basis().units(),
                product.basis().clock());
    }
}
