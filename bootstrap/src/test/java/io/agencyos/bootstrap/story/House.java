package io.agencyos.bootstrap.story;

import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.adapters.in.http.testing.OpenApiChecks;
import io.agencyos.adapters.out.apollo.ApolloSettings;
import io.agencyos.adapters.out.clicksend.ClickSendSettings;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.postoffice.PostOfficeSettings;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.security.Argon2PasswordHasher;
import io.agencyos.adapters.out.unipile.UnipileSettings;
import io.agencyos.adapters.out.vapi.VapiSettings;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.bootstrap.MigratedData;
import io.agencyos.bootstrap.Running;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.place.ChannelPlaces;
import io.agencyos.bootstrap.product.place.MailProofs;
import io.agencyos.bootstrap.product.place.OwnSandboxHouse;
import io.agencyos.bootstrap.product.place.SignInPlace;
import io.agencyos.bootstrap.serve.Api;
import io.agencyos.bootstrap.serve.FreePort;
import io.agencyos.bootstrap.system.SystemRandom;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The whole product on an embedded database before the vendor sandbox, with its API on a port and a clock of ours. */
final class House implements AutoCloseable {

    static final SecretText PASSWORD = new SecretText("correct horse battery staple");

    /** A story is about other things than thieves of hashes: at full price a quarter of it was spent on passwords. */
    private static final Argon2PasswordHasher.Cost CHEAP = new Argon2PasswordHasher.Cost(64, 1);

    private static final Duration LOOK = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofHours(6);
    private static final int BATCH = 200;
    private static final int ROUNDS = 50;

    private final MovableClock clock;
    private final VendorSandbox sandbox;
    private final Running running;
    private final ApiServer api;
    private final OwnSandboxHouse twins;
    private final OpenApiChecks checks;
    private Instant pollAt = Instant.EPOCH;

    private House(MovableClock clock, VendorSandbox sandbox, OwnSandboxHouse twins, Running running, ApiServer api) {
        this.twins = twins;
        this.clock = clock;
        this.sandbox = sandbox;
        this.running = running;
        this.api = api;
        this.checks = OpenApiChecks.ofTheProduct(api);
    }

    /** Opens it with its data in the folder. */
    static House open(Path folder, Instant now) {
        MovableClock clock = new MovableClock(now);
        VendorSandbox sandbox = VendorSandbox.start(SandboxSettings.defaults(), clock::now);
        OwnSandboxHouse twins = new OwnSandboxHouse(
                SandboxHouse.Keeping.here(Optional.of(folder.resolve("sandbox")))
                        .told(),
                clock);
        int port = FreePort.preferring(0);
        Outside outside = new Outside(
                        Optional.of(URI.create("http://127.0.0.1:" + port)),
                        SalesforgeSettings.live()
                                .at(URI.create(sandbox.salesforgeUrl()), URI.create(sandbox.warmforgeUrl())),
                        places(sandbox).with(twins),
                        MonotonicTime.ofMachine())
                .with(SignInPlace.here(CHEAP))
                .with(MailProofs.at(List.of(sandbox.nameServer()), List.of(VendorSandbox.DKIM_SELECTOR)));
        Settings settings =
                Settings.read(Map.of("AGENCYOS_DATA_DIR", folder.toString())).orElseThrow();
        MigratedData.into(folder);
        // a story needs no disk that survives a failure of the machine, and waits for none
        Running running =
                Running.demonstration(settings, clock, new TimeOrderedIds(clock, new SystemRandom()), () -> outside);
        Product product = running.product();
        return new House(
                clock, sandbox, twins, running, Api.start(product, "test", Api.local(product, "test", port, false)));
    }

    private static ChannelPlaces places(VendorSandbox sandbox) {
        return new ChannelPlaces(
                ClickSendSettings.live().at(URI.create(sandbox.clicksendUrl())),
                UnipileSettings.live().unpaced(),
                VapiSettings.live().at(URI.create(sandbox.vapiUrl())),
                ApolloSettings.live().at(URI.create(sandbox.apolloUrl())),
                Optional.of(PostOfficeSettings.at(URI.create(sandbox.postUrl())).unpaced()));
    }

    /** A client as whoever runs the installation opens it. */
    ClientId openClient(String name) {
        return switch (product().clients().openClient().open(name)) {
            case OpenClient.Outcome.Opened(Client client) -> client.id();
            case OpenClient.Outcome other -> throw new AssertionError(other);
        };
    }

    /** A person as whoever runs the installation adds one; not signed in yet. */
    Person add(String address, ClientId client, Role role) {
        add(address, "Sam Okoro", client, role, PASSWORD);
        return new Person(address(), checks, address);
    }

    /** Adds somebody with this password. */
    void add(String address, String name, ClientId client, Role role, SecretText password) {
        AddUser.Outcome outcome = product()
                .identity()
                .addUser()
                .add(new AddUser.Request(new EmailAddress(address), name, client, role, password));
        if (!(outcome instanceof AddUser.Outcome.Added)) {
            throw new AssertionError(outcome);
        }
    }

    /** Somebody who was added, with this password. */
    Person person(String address, SecretText password) {
        return new Person(address(), checks, address, password);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    /** The same person at another browser, not signed in there. */
    Person elsewhere(Person known) {
        return new Person(address(), checks, known.address());
    }

    /** Lives on until the moment, looking at the world every hour. */
    void liveUntil(Instant moment, ClientId... clients) {
        liveUntil(moment, LOOK, clients);
    }

    /** The same, looking so often. */
    void liveUntil(Instant moment, Duration look, ClientId... clients) {
        Instant next = clock.now();
        while (next.isBefore(moment)) {
            next = next.plus(look);
            // the twins' sandbox has a thread of its own: what it is telling now was signed for now
            twins.pump();
            clock.moveTo(next);
            sandbox.pump(next);
            twins.pump();
            digest();
            if (!next.isBefore(pollAt)) {
                Stream.of(clients)
                        .forEach(
                                client -> product().conversation().pollReplies().poll(client));
                pollAt = next.plus(POLL);
            }
            for (ClientId client : clients) {
                work(client);
            }
        }
    }

    private void digest() {
        for (int i = 0;
                i < ROUNDS && product().conversation().processInbox().run(BATCH).taken() > 0;
                i++) {
            // the next batch
        }
    }

    /** Stages run where something is due, as they do in production; what one of them did may be work for the next. */
    private void work(ClientId client) {
        Set<LoopStage> due =
                product().dueStages().of(EnumSet.allOf(LoopStage.class)).getOrDefault(client, Set.of());
        if (due.isEmpty()) {
            return;
        }
        product().salesforge().upkeep().catchUp(client);
        boolean moved = false;
        for (LoopStage name : LoopStage.values()) {
            if (moved || due.contains(name)) {
                OutreachStage stage = product().outreach().stage(name);
                for (int i = 0; i < ROUNDS && stage.run(client, BATCH) > 0; i++) {
                    moved = true;
                }
            }
        }
    }

    /** Does the jobs that people ordered; no schedule fires. */
    void workOrders() {
        FlowEngine engine = product().background().engine();
        for (List<FlowRuns.Handed> handed = engine.dispatchRuns().tick();
                !handed.isEmpty();
                handed = engine.dispatchRuns().tick()) {
            handed.forEach(run -> engine.executeRun().execute(run.client(), run.run()));
        }
    }

    Instant now() {
        return clock.now();
    }

    /** Every route that is answered here. */
    List<Route<?, ?>> routes() {
        return api.routes();
    }

    Product product() {
        return running.product();
    }

    /** Where the clients' twins have their vendors. */
    OwnSandboxHouse twins() {
        return twins;
    }

    VendorSandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        api.close();
        running.close();
        twins.close();
        sandbox.close();
    }
}
