package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.population.PopulationCsv;
import io.agencyos.adapters.out.sandbox.world.Caller;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.security.SignedUnsubscribeLinks;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.bootstrap.demo.DoNotCallOffice;
import io.agencyos.bootstrap.demo.SandboxAccount;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One client with two processes, two mailboxes and a few dozen leads, lived through a month of the world's time while its
 * {@link Fate} strikes; the promises are checked after every hour. Source: issue 4 point 3 b.
 */
final class SimulatedWorld implements AutoCloseable {

    /** Monday 16 March 2026, 06:00 in Sydney: Easter falls into the third week. */
    static final Instant OPENING = Instant.parse("2026-03-15T19:00:00Z");

    /** Addresses of the client and how many e-mails a day each of their domains may send. */
    static final Map<String, Integer> MAILBOXES =
            Map.of("hello@harbourlane-studio.example", 3, "sam@try-harbourlane.example", 5);

    /** Of every world, so that processes of one can read what the others stored. It guards nothing. */
    static final InstallationSecret SECRET = InstallationSecret.of("%064x".formatted(2026));

    private static final int ALL = 1_000;
    private static final Set<TouchState> COMING =
            EnumSet.of(TouchState.READY, TouchState.QUEUED, TouchState.DISPATCHING, TouchState.UNKNOWN);
    /** After the last trouble, until everything is settled. Source: outreach 4.5. */
    private static final Duration AFTERMATH = Duration.ofDays(3);

    private static final int POLL_EVERY_HOURS = 6;
    /** The longest that a stop waits for the next poll, and an hour. */
    static final Duration HEARD_BY_ASKING = Duration.ofHours(POLL_EVERY_HOURS + 1);
    /** When seats are looked after and numbers are washed. */
    private static final int DAWN = 6;

    static final String TEXTS_FROM = "+61491570110";
    private static final String CALLS_FROM = "+61255500110";
    private static final int MILLION = 1_000_000;
    private static final int PAUSES = 6;
    private static final int LOSSES = 8;
    private static final int JUMPS = 8;

    private final WorldTime time = new WorldTime(OPENING);
    private final Fate fate;
    private final VendorSandbox sandbox;
    private final VendorHttp http;
    private final WorldStores stores;
    private final WorldVendors vendors;
    private final DoNotCallOffice register;
    private final WorldDoor door;
    private final FatedUnits.Database database = new FatedUnits.Database();
    private final WorldProduct quiet;
    private final List<WorldProcess> processes = new ArrayList<>();
    private final WorldAgency agency;
    private final CampaignId campaign;
    private final WorldPromises promises;
    private @Nullable Instant goesOnAt;
    private @Nullable Instant signsInAt;
    private String workspace = "";
    /** What the recovery does not end. */
    private FaultRule[] lasting = {};

    private int pushes;
    private boolean stalled;
    /** Whether something came in, or may be due to be tried again. */
    private boolean news;

    /** How vendors and product reach each other. */
    enum Contact {
        /** Within one program, without a socket. */
        BY_HAND,
        /** Over the loopback network. */
        BY_NETWORK
    }

    /** Opens stores by clock and source of ids. */
    interface Opener extends BiFunction<WorldTime, IdSource, WorldStores> {}

    SimulatedWorld(long seed, int leads, Opener opener, Contact contact) {
        this(seed, leads, opener, new Fate(seed), 2, contact);
    }

    /** A world whose processes are real ones, elsewhere, and which are all the trouble that there is. */
    static SimulatedWorld withoutProcesses(long seed, int leads, Opener opener) {
        Fate kind = new Fate(seed);
        kind.calmDown();
        return new SimulatedWorld(seed, leads, opener, kind, 0, Contact.BY_NETWORK);
    }

    /** A world without any other trouble than that no vendor's push ever arrives, as long as it lasts. */
    static SimulatedWorld deaf(long seed, int leads, Opener opener) {
        Fate kind = new Fate(seed);
        kind.calmDown();
        SimulatedWorld world = new SimulatedWorld(seed, leads, opener, kind, 2, Contact.BY_HAND);
        world.lasting = new FaultRule[] {FaultRule.odds(MILLION, FaultKind.WEBHOOK_LOST, ".")};
        // the page at which the seat's owner signed in calls back, which nobody waits for
        world.sandbox.pump(world.time.instant());
        world.sandbox.setFaults(world.lasting);
        return world;
    }

    private SimulatedWorld(long seed, int leads, Opener opener, Fate fate, int numberOfProcesses, Contact contact) {
        this.fate = fate;
        // what the stores draw for themselves must not shift what the use cases draw
        stores = opener.apply(time, new TimeOrderedIds(time, new SeededRandom(~seed)));
        IdSource ids = new TimeOrderedIds(time, new SeededRandom(seed));
        sandbox = VendorSandbox.start(
                SandboxSettings.defaults()
                        .withSeed(seed)
                        .withPeople(leads)
                        .withMobiles()
                        .withWebhookLanes(1)
                        .withSalesforge(WorldVendors.readers(seed)),
                time);
        http = contact == Contact.BY_HAND
                ? VendorHttp.over(new ByHand(sandbox), time, new SeededRandom(seed), time)
                : new VendorHttp(time, new SeededRandom(seed), time);
        vendors = new WorldVendors(
                WorldVendors.Places.of(sandbox), http, stores, time, seed, WorldVendors.dialectOf(seed));
        door = new WorldDoor();
        register = new DoNotCallOffice(stores.channels().washing(stores, time, ids), time);
        WorldProduct.Surroundings around = new WorldProduct.Surroundings(
                stores,
                time,
                ids,
                new SignedUnsubscribeLinks(SECRET, door::optOuts),
                vendors,
                of -> List.of(new ReplyFeeds.ReplyFeed(
                        Salesforge.VENDOR, vendors.salesforge().replies())),
                vendors,
                Optional.of(vendors.seatLinking()));
        // what nobody strikes: people at their desks, and whoever opts out, which is tried until it works
        quiet = around.process(stores.units(), vendors.lines());
        Caller inside = door.open(
                around.process(new FatedUnits(stores.units(), database, time, fate), vendors.lines())
                        .conversation()
                        .receiveWebhook(),
                quiet.conversation().unsubscribe());
        if (contact == Contact.BY_HAND) {
            sandbox.callBy(inside);
        }
        agency = new WorldAgency(stores, time, ids, quiet);
        campaign = settle(ids);
        for (int i = 0; i < numberOfProcesses; i++) {
            processes.add(new WorldProcess(this, around, new FatedUnits(stores.units(), database, time, fate)));
        }
        promises = new WorldPromises(stores, sandbox, time, agency.client(), campaign, fate);
        sandbox.setFaults(fate.rules());
    }

    private CampaignId settle(IdSource ids) {
        agency.introduce();
        try (SandboxAccount vendor = new SandboxAccount(sandbox.salesforgeUrl())) {
            workspace = vendor.openWorkspace("Harbour Lane Studio");
            vendors.connectMail(client(), workspace, door, ids);
            for (String address : addresses()) {
                vendor.connectMailbox(workspace, address, "Sam", "Okoro");
            }
        }
        time.advance(Duration.ofMinutes(1));
        sandbox.pump(time.instant());
        for (String address : addresses()) {
            vendors.salesforge()
                    .upkeep()
                    .prepare(agency.takeMailbox(vendors.salesforge(), address, MAILBOXES.get(address)))
                    .orElseThrow();
        }
        vendors.connectTheRest(client(), door, ids);
        agency.takeNumber(TEXTS_FROM, ClickSend.VENDOR);
        agency.takeNumber(CALLS_FROM, Vapi.VENDOR);
        agency.takeSeat(vendors);
        agency.takePost();
        CampaignId started = agency.startCampaign();
        agency.importLeads(started, PopulationCsv.of(sandbox.population()));
        return started;
    }

    private static List<String> addresses() {
        return MAILBOXES.keySet().stream().sorted().toList();
    }

    /** Lives through so many days with trouble and a few without; answers what happened and which promise broke first. */
    WorldHistory live(int days) {
        Instant end = OPENING.plus(Duration.ofDays(days));
        until(end);
        if (promises.broken().isEmpty()) {
            recover();
            until(end.plus(AFTERMATH));
            promises.settled();
        }
        return new WorldHistory(fate.troubles(), promises.broken(), promises.story());
    }

    private void until(Instant end) {
        Instant hour = time.instant();
        while (time.instant().isBefore(end) && promises.broken().isEmpty()) {
            time.moveTo(nextLook());
            if (!time.instant().isBefore(hour.plus(Duration.ofHours(1)))) {
                hour = time.instant().truncatedTo(ChronoUnit.HOURS);
                everyHour(hour);
            }
            pass();
        }
    }

    /** The trouble ends: what was broken off comes back, what was stopped goes on. */
    private void recover() {
        fate.calmDown();
        sandbox.setFaults(lasting);
        database.goneUntil(Instant.MIN);
        time.wrongBy(Duration.ZERO);
        seatIs(true);
        if (goesOnAt != null) {
            goOn();
        }
    }

    /** The seat is signed out at the network, or its owner has signed in again. */
    private void seatIs(boolean signedIn) {
        vendors.seat().ifPresent(seat -> sandbox.setSeatStatus(seat, signedIn ? "OK" : "CREDENTIALS"));
    }

    /** The next full hour, or before it when the next touch comes due. */
    private Instant nextLook() {
        Instant now = time.instant();
        Instant soonest = now.plus(Duration.ofMinutes(1));
        Instant next = nextDue();
        return next.isBefore(soonest) ? soonest : next;
    }

    /** Whether some touch is due already. */
    boolean somethingIsDue() {
        return !nextDue().isAfter(time.instant());
    }

    /** When the next touch comes due, at the latest the next full hour. */
    private Instant nextDue() {
        Instant now = time.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        Duration wrong = Duration.between(now, time.now());
        Touches.Filter coming = new Touches.Filter(null, null, COMING);
        return inTenant(() -> stores.outreach().touches().list(client(), coming, null, ALL)).stream()
                .map(touch -> comes(touch).minus(wrong))
                .filter(at -> at.isBefore(hour))
                .min(Instant::compareTo)
                .orElse(hour);
    }

    private static Instant comes(Touch touch) {
        Touch.Lease lease = touch.lease();
        return Stream.of(
                        touch.state() == TouchState.READY ? touch.scheduledAt() : null,
                        touch.state() == TouchState.UNKNOWN ? touch.reconcileAt() : null,
                        touch.state() != TouchState.UNKNOWN && lease != null
                                ? lease.until().plusMillis(1)
                                : null)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(touch.scheduledAt());
    }

    private void everyHour(Instant hour) {
        promises.check();
        if (goesOnAt != null && !hour.isBefore(goesOnAt)) {
            goOn();
        } else if (goesOnAt == null && fate.strikes(Fate.Trouble.PAUSE, PAUSES)) {
            agency.stopEverything();
            promises.stopped();
            goesOnAt = hour.plus(fate.between(Duration.ofHours(1), Duration.ofDays(2)));
        }
        if (signsInAt != null && !hour.isBefore(signsInAt)) {
            seatIs(true);
            signsInAt = null;
        } else if (signsInAt == null && fate.strikes(Fate.Trouble.BROKEN, PAUSES)) {
            seatIs(false);
            signsInAt = hour.plus(fate.between(Duration.ofHours(1), Duration.ofDays(2)));
        }
        if (fate.strikes(Fate.Trouble.DATABASE_LOSS, LOSSES)) {
            database.goneUntil(hour.plus(fate.between(Duration.ofMinutes(5), Duration.ofHours(3))));
        }
        if (fate.strikes(Fate.Trouble.CLOCK_JUMP, JUMPS)) {
            time.wrongBy(fate.between(Duration.ofMinutes(-10), Duration.ofMinutes(10)));
        }
        int clock = hour.atZone(WorldAgency.ZONE).getHour();
        boolean polls = clock % POLL_EVERY_HOURS == 0;
        boolean dawns = clock == DAWN;
        if (dawns) {
            register.wash();
            agency.approveLetters();
        }
        news = true;
        processes.get(fate.coin() ? 1 : 0).live(process -> {
            if (polls) {
                vendors.salesforge().upkeep().catchUp(client());
                process.conversation().pollReplies().poll(client());
            }
            if (dawns) {
                process.seats().keep(client());
                process.withdrawals().withdraw(client());
            }
        });
    }

    private void goOn() {
        agency.goOn();
        promises.wentOn();
        goesOnAt = null;
    }

    private void pass() {
        int calls = sandbox.pump(time.instant()).calls();
        pushes += calls;
        news |= calls > 0;
        boolean turned = fate.coin();
        processes.get(turned ? 1 : 0).work(news);
        processes.get(turned ? 0 : 1).work(news);
        news = false;
    }

    /** While one process sleeps in the middle of its call, the world and the other one go on. */
    void meanwhile(WorldProcess sleeper, Duration span) {
        if (stalled) {
            return;
        }
        stalled = true;
        try {
            Instant end = time.instant().plus(span);
            while (time.instant().isBefore(end)) {
                Instant next = time.instant().plus(Duration.ofMinutes(2));
                time.moveTo(next.isBefore(end) ? next : end);
                sandbox.pump(time.instant());
                processes.stream().filter(other -> other != sleeper).forEach(other -> other.work(true));
            }
        } finally {
            stalled = false;
        }
    }

    /** Lets the world live until something comes due; answers whether that was before the hour was over. */
    boolean moveOn() {
        Instant before = time.instant();
        Instant next = nextLook();
        time.moveTo(next);
        sandbox.pump(next);
        boolean fullHour = next.equals(next.truncatedTo(ChronoUnit.HOURS));
        int clock = next.atZone(WorldAgency.ZONE).getHour();
        if (fullHour && clock % POLL_EVERY_HOURS == 0) {
            vendors.salesforge().upkeep().catchUp(client());
            quiet.conversation().pollReplies().poll(client());
        }
        if (fullHour && clock == DAWN) {
            register.wash();
            agency.approveLetters();
            quiet.seats().keep(client());
            quiet.withdrawals().withdraw(client());
        }
        return Duration.between(before, next).compareTo(Duration.ofHours(1)) < 0;
    }

    VendorSandbox sandbox() {
        return sandbox;
    }

    /** Calls that vendors made to us. */
    int pushes() {
        return pushes;
    }

    /** What the product knows of what people did. */
    WorldHearing hearing() {
        return new WorldHearing(stores, sandbox, client());
    }

    WorldPromises promises() {
        return promises;
    }

    /** The client's workspace at the vendor. */
    String workspace() {
        return workspace;
    }

    URI optOuts() {
        return door.optOuts();
    }

    Fate fate() {
        return fate;
    }

    WorldTime time() {
        return time;
    }

    WorldVendors vendors() {
        return vendors;
    }

    ClientId client() {
        return agency.client();
    }

    private <T> T inTenant(Supplier<T> work) {
        return stores.units().inTenant(TenantScope.worker(client()), work);
    }

    @Override
    public void close() {
        door.close();
        http.close();
        sandbox.close();
        stores.close();
    }
}
