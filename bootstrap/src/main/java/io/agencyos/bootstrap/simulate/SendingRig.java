package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.salesforge.SalesforgeAccount;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.population.PopulationCsv;
import io.agencyos.adapters.out.security.SignedUnsubscribeLinks;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.bootstrap.demo.SandboxAccount;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.system.SystemRandom;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Clients with everything written and due, in front of a sandbox that answers at once: for measuring how fast it leaves. */
public final class SendingRig implements AutoCloseable {

    private static final int LEADS_OF_A_CLIENT = 90;
    private static final int LIMIT_OF_A_DOMAIN = 50;
    private static final int BATCH = 200;
    private static final int ALL = 1_000;
    /** From the opening to one minute before Sydney's first window closes; setting up takes a minute a client of it. */
    private static final Duration TO_THE_WINDOWS_END = Duration.ofHours(4).plusMinutes(59);

    private final WorldTime time = new WorldTime(SimulatedWorld.OPENING);
    private final WorldStores stores;
    private final IdSource ids = new TimeOrderedIds(time, new SystemRandom());
    private final Map<ClientId, SalesforgeAccount> accounts = new ConcurrentHashMap<>();
    private final List<ClientId> waiting = new ArrayList<>();
    private final VendorSandbox sandbox;
    private final VendorHttp http;
    private final Salesforge salesforge;
    private final WorldProduct product;

    public SendingRig(Product running) {
        stores = PostgresStores.of(running, () -> {});
        sandbox = VendorSandbox.start(SandboxSettings.defaults().withPeople(1), time);
        http = new VendorHttp(time, new SeededRandom(1), time);
        salesforge = new Salesforge(
                client -> Optional.ofNullable(accounts.get(client)),
                SalesforgeSettings.live().at(URI.create(sandbox.salesforgeUrl()), URI.create(sandbox.warmforgeUrl())),
                http,
                stores.objects(),
                time);
        product = new WorldProduct.Surroundings(
                        stores,
                        time,
                        ids,
                        new SignedUnsubscribeLinks(
                                SimulatedWorld.SECRET, () -> URI.create("https://agency.example/u/")),
                        hook -> Optional.empty(),
                        client -> List.of(),
                        ChannelSources.NONE,
                        Optional.empty())
                .process(stores.units(), WorldLines.of(salesforge.sender()));
    }

    /** Opens so many clients and writes what they may send today. */
    public void prepare(int clients) {
        Instant opening = time.now();
        try (SandboxAccount vendor = new SandboxAccount(sandbox.salesforgeUrl())) {
            for (int i = 1; i <= clients; i++) {
                open(vendor, i);
            }
        }
        waiting.addAll(accounts.keySet());
        for (ClientId client : waiting) {
            product.outreach().plan().run(client, BATCH);
            product.outreach().draft().run(client, BATCH);
        }
        time.advance(Duration.between(time.now(), opening.plus(TO_THE_WINDOWS_END)));
    }

    /** How many e-mails of clients that did not send yet are due. */
    public int due() {
        Instant now = time.now();
        return count(waiting, client -> stores.outreach().touches().due(client, now, ALL));
    }

    private void open(SandboxAccount vendor, int number) {
        String domain = "client" + number + ".example";
        WorldAgency agency = new WorldAgency(stores, time, ids, product, "Client " + number, domain);
        agency.introduce();
        String workspace = vendor.openWorkspace("Client " + number);
        accounts.put(
                agency.client(),
                new SalesforgeAccount(agency.client(), workspace, SandboxAccount.KEY, null, null, false, false));
        List<String> addresses = List.of("hello@" + domain, "hello@try-" + domain);
        addresses.forEach(address -> vendor.connectMailbox(workspace, address, "Sam", "Okoro"));
        time.advance(Duration.ofMinutes(1));
        sandbox.pump(time.instant());
        addresses.forEach(address -> salesforge
                .upkeep()
                .prepare(agency.takeMailbox(salesforge, address, LIMIT_OF_A_DOMAIN))
                .orElseThrow());
        agency.importLeads(agency.startCampaign(), PopulationCsv.of(Population.of(1_000 + number, LEADS_OF_A_CLIENT)));
    }

    /**
     * Commits, sends and folds everything that is due of the next clients, so many of them side by side; answers how many
     * were sent.
     */
    public int send(int clients, int lanes) throws InterruptedException {
        List<ClientId> next = List.copyOf(waiting.subList(0, Math.min(clients, waiting.size())));
        waiting.removeAll(next);
        List<Callable<Integer>> work = new ArrayList<>();
        next.forEach(client -> work.add(() -> {
            product.outreach().commit().run(client, BATCH);
            return product.outreach().dispatch().run(client, BATCH);
        }));
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
            for (Future<Integer> one : threads.invokeAll(work)) {
                if (one.state() == Future.State.FAILED) {
                    throw new IllegalStateException("a client's e-mails did not leave", one.exceptionNow());
                }
            }
        }
        return count(
                next,
                client -> stores.outreach()
                        .touches()
                        .list(client, new Touches.Filter(null, null, Set.of(TouchState.SENT)), null, ALL));
    }

    private int count(List<ClientId> clients, Function<ClientId, List<Touch>> touches) {
        return clients.stream()
                .mapToInt(client -> stores.units()
                        .inTenant(
                                TenantScope.worker(client),
                                () -> touches.apply(client).size()))
                .sum();
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
