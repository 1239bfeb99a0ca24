package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.security.SignedUnsubscribeLinks;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.outreach.DueStages;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.bootstrap.system.SystemRandom;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that does the client's outreach until it is killed: the world's clock is asked before every pass. What it needs
 * to know stands in its environment.
 */
final class WorldWorker {

    private static final Pattern NOW = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final int BATCH = 20;

    private WorldWorker() {}

    /** The names of the papers. */
    enum Paper {
        WORLD_DATABASE,
        WORLD_ADMIN,
        WORLD_ADMIN_PASSWORD,
        WORLD_ROLE_PASSWORD,
        WORLD_SANDBOX,
        WORLD_SALESFORGE,
        WORLD_WARMFORGE,
        WORLD_CLICKSEND,
        WORLD_UNIPILE,
        WORLD_VAPI,
        WORLD_OFFICE,
        WORLD_WORKSPACE,
        WORLD_CLIENT,
        WORLD_OPT_OUTS;

        private String read() {
            return Optional.ofNullable(System.getenv(name())).orElseThrow(() -> new IllegalStateException(name()));
        }
    }

    public static void main(String[] none) throws IOException, InterruptedException {
        Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            passwords.put(role, System.getenv(Paper.WORLD_ROLE_PASSWORD + "_" + role));
        }
        DatabaseAddress address = new DatabaseAddress(
                Paper.WORLD_DATABASE.read(), Paper.WORLD_ADMIN.read(), Paper.WORLD_ADMIN_PASSWORD.read(), passwords);
        WorldTime time = new WorldTime(SimulatedWorld.OPENING);
        SystemRandom random = new SystemRandom();
        IdSource ids = new TimeOrderedIds(time, random);
        ClientId client = new ClientId(UUID.fromString(Paper.WORLD_CLIENT.read()));
        try (WorldStores stores = PostgresStores.open(PostgresDatabase.open(address, 4), time, ids, random, () -> {});
                VendorHttp http = new VendorHttp(time, random, time);
                HttpClient clock = HttpClient.newHttpClient()) {
            WorldVendors vendors = new WorldVendors(
                    new WorldVendors.Places(
                            Paper.WORLD_SALESFORGE.read(),
                            Paper.WORLD_WARMFORGE.read(),
                            Paper.WORLD_CLICKSEND.read(),
                            Paper.WORLD_UNIPILE.read(),
                            Paper.WORLD_VAPI.read(),
                            Paper.WORLD_OFFICE.read()),
                    http,
                    stores,
                    time,
                    ProcessHandle.current().pid(),
                    WorldVendors.FIRST);
            vendors.know(client, Paper.WORLD_WORKSPACE.read());
            WorldProduct product = new WorldProduct.Surroundings(
                            stores,
                            time,
                            ids,
                            new SignedUnsubscribeLinks(
                                    SimulatedWorld.SECRET, () -> URI.create(Paper.WORLD_OPT_OUTS.read())),
                            vendors,
                            of -> List.of(new ReplyFeeds.ReplyFeed(
                                    Salesforge.VENDOR, vendors.salesforge().replies())),
                            vendors,
                            Optional.of(vendors.seatLinking()))
                    .process(stores.units(), vendors.lines());
            while (true) {
                time.moveTo(now(clock));
                try {
                    pass(product, stores, time, client);
                } catch (RuntimeException failed) {
                    // as the job runner does: it is told, and tried again at the next turn
                    failed.printStackTrace();
                }
                Thread.sleep(3);
            }
        }
    }

    private static Instant now(HttpClient clock) throws IOException, InterruptedException {
        URI address = URI.create(Paper.WORLD_SANDBOX.read() + "/_sandbox/clock");
        String told = clock.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher now = NOW.matcher(told);
        if (!now.find()) {
            throw new IOException("the world does not say what time it is: " + told);
        }
        return Instant.parse(now.group());
    }

    private static void pass(WorldProduct product, WorldStores stores, WorldTime time, ClientId client) {
        product.conversation().processInbox().run(client, BATCH);
        Set<LoopStage> due = DueStages.over(stores.dueWork(), stores.units(), time)
                .of(EnumSet.allOf(LoopStage.class))
                .getOrDefault(client, Set.of());
        for (LoopStage stage : LoopStage.values()) {
            if (due.contains(stage)) {
                product.outreach().stage(stage).run(client, BATCH);
            }
        }
    }
}
