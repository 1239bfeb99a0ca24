package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.outreach.PostgresPhoneWashes;
import io.agencyos.application.outreach.DoNotCallStandings;
import io.agencyos.application.outreach.MailOutlet;
import io.agencyos.application.outreach.Outlet;
import io.agencyos.application.outreach.TextOutlet;
import io.agencyos.application.outreach.TextPorts;
import io.agencyos.application.outreach.UnsubscribeLinks;
import io.agencyos.application.outreach.VoiceOutlet;
import io.agencyos.application.outreach.VoicePorts;
import io.agencyos.application.outreach.WashedNumbers;
import java.util.List;

/** What messages and calls leave by: an outlet for every channel in {@link Stores#LEAVING}. */
final class Leaving {

    private final Stores stores;
    private final ChannelVendors vendors;
    private final DoNotCallStandings register;

    Leaving(Basis basis, Stores stores, ChannelVendors vendors) {
        this.stores = stores;
        this.vendors = vendors;
        this.register = new WashedNumbers(new PostgresPhoneWashes(), basis.clock());
    }

    List<Outlet> outlets(EmailVendors mail, UnsubscribeLinks links) {
        return List.of(
                new MailOutlet(stores.outreach, stores.outreachWorld, mail, links),
                new TextOutlet(
                        stores.outreach,
                        new TextPorts(stores.numbers, vendors::textLine, register, stores.channelAddresses)),
                new VoiceOutlet(stores.outreach, voice()));
    }

    VoicePorts voice() {
        return new VoicePorts(stores.numbers, vendors::callLine, register, stores.channelAddresses, stores.calls);
    }
}
