package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.application.deal.ReadTwinCalendar;
import io.agencyos.application.deal.ReadTwinCalendarService;
import io.agencyos.application.outreach.sandbox.KeepTwins;
import io.agencyos.application.outreach.sandbox.KeepTwinsService;
import io.agencyos.application.outreach.sandbox.SimulateEvent;
import io.agencyos.application.outreach.sandbox.SimulateEventService;
import io.agencyos.application.outreach.sandbox.TwinPorts;
import io.agencyos.domain.shared.id.ClientId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients' twins in use, and the world around them; one for the life of a product. Source: api 4.1. */
public final class TwinKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(TwinKeeping.class);

    private final KeepTwins keepTwins;
    private final ReadTwinCalendar calendar;
    private final SimulateEvent simulate;

    /** The one of this product. */
    public static TwinKeeping of(Product product) {
        return product.twins().keeping(product);
    }

    TwinKeeping(Product product, Twins twins) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        SandboxDoor door = new SandboxDoor(twins);
        this.keepTwins = new KeepTwinsService(
                new TwinPorts(
                        new SandboxVendors(door, twins, twins::forgetHere, basis.clock()),
                        stores.clients,
                        product.vendors().connect(),
                        stores.vendorAccounts,
                        product.resources().connectMailbox(),
                        stores.mailboxes,
                        product.salesforge().upkeep(),
                        product.senders().lending().desk(),
                        stores.numbers,
                        product.senders().seats().linkSeat(),
                        new PostgresSeats()),
                basis.units(),
                basis.clock(),
                new Logged());
        this.calendar =
                new ReadTwinCalendarService(door, product.deals().bookMeeting(), stores.leads.leads(), basis.units());
        this.simulate = new SimulateEventService(
                stores.clients,
                stores.leads.leads(),
                stores.outreach.touches(),
                door,
                calendar::read,
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    private static final class Logged implements KeepTwins.Trouble {

        @Override
        public void lacks(ClientId twin, String what) {
            LOG.warn("twin {} stands without {}", twin.text(), what);
        }

        @Override
        public void failed(ClientId twin, RuntimeException why) {
            LOG.warn("twin {} could not be furnished", twin.text(), why);
        }
    }

    /** Who furnishes them and has them forgotten. */
    public KeepTwins twins() {
        return keepTwins;
    }

    /** What makes things happen to a twin. */
    public SimulateEvent simulate() {
        return simulate;
    }

    /** Takes over what people booked: no calendar calls. */
    public void readCalendars() {
        keepTwins.standing().forEach(calendar::read);
    }
}
