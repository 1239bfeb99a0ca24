package io.agencyos.bootstrap.product;

import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.outreach.sandbox.OutsideWorld;
import io.agencyos.application.outreach.sandbox.SimulateEvent;
import io.agencyos.application.outreach.sandbox.SimulateEventService;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients' twins in use: furnished when somebody first comes in, and kept so. Source: api 4.1. */
public final class TwinKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(TwinKeeping.class);

    private final Product product;
    private final Twins twins;
    private final SandboxDoor door;
    private final TwinFurniture furniture;
    /** Of whom nothing is to be done any more in the life of this process. */
    private final Set<ClientId> settled = ConcurrentHashMap.newKeySet();

    private final Map<ClientId, ReentrantLock> entrances = new ConcurrentHashMap<>();
    private final Map<ClientId, Set<String>> booked = new ConcurrentHashMap<>();

    /** The one of this product. */
    public static TwinKeeping of(Product product) {
        return product.twins().keeping(product);
    }

    TwinKeeping(Product product, Twins twins) {
        this.product = product;
        this.twins = twins;
        this.door = new SandboxDoor(twins);
        this.furniture = new TwinFurniture(product, door, twins);
    }

    /** Somebody came into this client. A twin that stands already costs a look into a set; a live one too. */
    public void entered(ClientId client) {
        if (settled.contains(client)) {
            return;
        }
        if (!twins.isTwin(client)) {
            settled.add(client);
        } else if (twins.door(client).isPresent()) {
            ReentrantLock entrance = entrances.computeIfAbsent(client, fresh -> new ReentrantLock());
            entrance.lock();
            try {
                settle(client);
            } finally {
                entrance.unlock();
            }
        }
    }

    private void settle(ClientId client) {
        if (settled.contains(client)) {
            return;
        }
        try {
            Optional<Client> twin = product.basis().units().onPlatform(() -> {
                product.stores().clients.enter(client, product.basis().clock().now());
                return product.stores().clients.find(client);
            });
            if (twin.filter(furniture::furnish).isPresent()) {
                settled.add(client);
            }
        } catch (RuntimeException failed) {
            // whoever came in is let in all the same; the next one tries again
            LOG.warn("twin {} could not be furnished", client.text(), failed);
        }
    }

    /** After a start of the process: the twins in use stand again, and what their sandbox forgot is made good. */
    public void keep() {
        inUse().forEach(this::entered);
    }

    /**
     * Nobody comes in any more: what its sandbox remembers goes, addresses of people among it.
     *
     * @throws IllegalStateException where the sandbox does not answer, so that it is tried again
     */
    void forget(ClientId twin) {
        settled.add(twin);
        booked.remove(twin);
        if (!twins.forgetHere(twin) && !door.forgotten(twin)) {
            throw new IllegalStateException("the sandbox of twin " + twin.text()
                    + " does not answer: what it remembers is still to be removed");
        }
    }

    private List<ClientId> inUse() {
        return product.basis().units().onPlatform(product.stores().clients::allServed).stream()
                .filter(client -> client.mode() == ClientMode.TEST)
                .map(Client::id)
                .toList();
    }

    /** What makes things happen to a twin. */
    public SimulateEvent simulate() {
        OutsideWorld world = new OutsideWorld() {

            @Override
            public Answer act(ClientId twin, Act act) {
                return door.act(twin, act);
            }

            @Override
            public Answer book(ClientId twin, Booking booking) {
                Answer answer = door.book(twin, booking);
                if (answer instanceof Answer.Taken) {
                    readCalendar(twin);
                }
                return answer;
            }
        };
        return new SimulateEventService(
                product.stores().clients,
                product.stores().leads.leads(),
                product.stores().outreach.touches(),
                world,
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    /** The sandbox has a calendar that is read and calls nobody. */
    public void readCalendars() {
        inUse().stream().filter(settled::contains).forEach(this::readCalendar);
    }

    private void readCalendar(ClientId twin) {
        Set<String> known = booked.computeIfAbsent(twin, fresh -> ConcurrentHashMap.newKeySet());
        for (SandboxDoor.Booked meeting : door.bookings(twin)) {
            if (!known.contains(meeting.id())) {
                book(twin, meeting);
                known.add(meeting.id());
            }
        }
    }

    private void book(ClientId twin, SandboxDoor.Booked meeting) {
        lead(twin, meeting.email())
                .ifPresent(lead -> product.deals()
                        .bookMeeting()
                        .book(
                                new TenantScope(twin, null, Role.MEMBER),
                                new BookMeeting.Booking(
                                        lead.id(),
                                        meeting.meetingAt(),
                                        meeting.minutes(),
                                        MeetingType.DISCOVERY,
                                        null,
                                        meeting.id(),
                                        BookedBy.LEAD,
                                        BookingMethod.CALENDLY,
                                        null,
                                        null),
                                Origin.NONE));
    }

    private Optional<Lead> lead(ClientId twin, String address) {
        return EmailAddress.parse(address)
                .toOptional()
                .flatMap(email -> product
                        .basis()
                        .units()
                        .reading(
                                TenantScope.worker(twin),
                                () -> product.stores()
                                        .leads
                                        .leads()
                                        .findByIdentity(
                                                twin, List.of(email.key().value()), List.of(), List.of(), List.of()))
                        .stream()
                        .findFirst());
    }
}
