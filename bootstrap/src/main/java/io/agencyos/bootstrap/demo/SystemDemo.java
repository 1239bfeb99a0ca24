package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.in.cli.Demo;
import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.adapters.in.jobs.JobRunner;
import io.agencyos.adapters.in.rest.platform.HealthCheck;
import io.agencyos.adapters.out.apollo.ApolloSettings;
import io.agencyos.adapters.out.clicksend.ClickSendSettings;
import io.agencyos.adapters.out.postoffice.PostOfficeSettings;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.unipile.UnipileSettings;
import io.agencyos.adapters.out.vapi.VapiSettings;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.bootstrap.Running;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.place.ChannelPlaces;
import io.agencyos.bootstrap.product.place.MailProofs;
import io.agencyos.bootstrap.product.place.ModelPlace;
import io.agencyos.bootstrap.product.place.OwnSandboxHouse;
import io.agencyos.bootstrap.product.place.SignInPlace;
import io.agencyos.bootstrap.product.place.TwinSandbox;
import io.agencyos.bootstrap.serve.Api;
import io.agencyos.bootstrap.serve.FreePort;
import io.agencyos.bootstrap.serve.Jobs;
import io.agencyos.bootstrap.serve.Uptime;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.bootstrap.system.SystemRandom;
import io.agencyos.domain.shared.SecretText;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The demonstration from opening to summary; goes on where an earlier one was cut off, and stays up if asked to. */
public final class SystemDemo implements Demo {

    private static final String HOME = "demo";
    private static final String LOCALHOST = "127.0.0.1";
    private static final int PASSWORD_BYTES = 9;

    /** People who react at the same moment are told of side by side, as a vendor with many workers would. */
    private static final int WEBHOOK_LANES = 64;

    private final Settings settings;
    private final String version;

    public SystemDemo(Settings settings, String version) {
        this.settings = settings;
        this.version = version;
    }

    @Override
    public boolean run(Options options, Stage stage) throws Exception {
        options.leads().ifPresent(DemoImport::examine);
        try (Uptime.Work _ = Uptime.work();
                DemoHome home = DemoHome.enter(settings.dataDirectory().resolve(HOME))) {
            DemoState state = home.state();
            if (state.isSetUp() && options.leads().isPresent()) {
                stage.out()
                        .println("The demonstration goes on with the leads that it has; for "
                                + options.leads().get() + " delete " + home.folder() + " first.");
            }
            DemoClock clock = new DemoClock(state.now().orElse(DemoPlan.OPENING));
            int port = port(options, state, home, stage);
            state.port(port);
            int vendors = FreePort.preferring(state.vendors().orElse(0));
            state.vendors(vendors);
            URI url = URI.create("http://" + LOCALHOST + ":" + port);
            stage.out().println("Opening the database and the vendor sandbox in " + home.folder());
            stage.out().flush();
            DemoIds ids = new DemoIds(clock, chance(state));
            AtomicBoolean lived = new AtomicBoolean(state.isFinished(options.businessDays()));
            boolean again = lived.get() && !options.exit();
            try (OwnSandboxHouse twins = OwnSandboxHouse.ofTheOnlyProcess(home.twins(), clock);
                    Underway<VendorSandbox> vendor = Underway.opening(
                            "sandbox-opening",
                            () -> VendorSandbox.start(sandbox(home, vendors), clock),
                            VendorSandbox::close);
                    Running running = Running.demonstration(
                            settings.embeddedIn(home.folder()),
                            clock,
                            ids,
                            () -> outside(url, vendor.opened(), twins, clock));
                    Underway<ApiServer> api = Underway.opening(
                            "api-opening",
                            () -> Api.start(
                                    running.product(),
                                    version,
                                    Api.local(running.product(), version, port, false),
                                    days(lived)),
                            ApiServer::close)) {
                Product product = running.product();
                VendorSandbox sandbox = vendor.opened();
                List<Cast> casts = casts(options, stage, running, api, sandbox, clock, state);
                api.opened();
                if (!lived.get()) {
                    running.gatherStatistics();
                }
                if (again) {
                    // who starts it again knows the summary, and waits for the sign-in
                    welcome(stage.out(), url, product, sandbox, state);
                }
                if (!live(options, stage, product, sandbox, clock, ids, state, casts)) {
                    // the next start goes on from here
                    return false;
                }
                lived.set(true);
                boolean kept = new DemoSummary(product, sandbox, casts, clock).print(stage.out());
                if (!options.exit()) {
                    if (!again) {
                        welcome(stage.out(), url, product, sandbox, state);
                    }
                    stayUp(product, sandbox, clock, state);
                }
                return kept;
            }
        }
    }

    /**
     * The one of the first start, which its vendors know; else the one that was asked for, else the usual one, and where that is
     * somebody else's or nobody will look, any.
     *
     * @throws DemoRefused when somebody else has the port that was asked for
     */
    private int port(Options options, DemoState state, DemoHome home, Stage stage) {
        Optional<Integer> asked = options.port().or(settings::unusualPort);
        if (state.port().isPresent()) {
            int known = state.port().get();
            asked.filter(other -> other != 0 && other != known)
                    .ifPresent(other -> stage.out()
                            .println("The demonstration keeps port " + known + ", which its vendors know; for port "
                                    + other + " delete " + home.folder() + " first."));
            return FreePort.preferring(known);
        }
        int wanted = asked.orElse(options.exit() ? 0 : settings.port());
        int free = FreePort.preferring(wanted);
        if (asked.isPresent() && wanted != 0 && free != wanted) {
            throw new DemoRefused("nobody can listen on port " + wanted + " of " + LOCALHOST
                    + "; stop who does, or choose another with --port or AGENCYOS_PORT");
        }
        return free;
    }

    /** It lives through what it remembers while the database starts. */
    private static SandboxSettings sandbox(DemoHome home, int port) {
        return SandboxSettings.defaults()
                .withPort(port)
                .withDataFile(home.world())
                .withWebhookLanes(WEBHOOK_LANES);
    }

    /** Nobody stays signed in while days pass in seconds. */
    private static HealthCheck days(AtomicBoolean lived) {
        return new HealthCheck(
                "demonstration",
                true,
                () -> lived.get()
                        ? HealthCheck.Finding.operational()
                        : HealthCheck.Finding.down("The days of the demonstration are still passing."));
    }

    /** What goes on after a break must not draw again what was drawn before it. */
    private static RandomSource chance(DemoState state) {
        return state.isSetUp() ? new SystemRandom() : new SeededRandom(DemoPlan.SEED);
    }

    /**
     * Its time is not that of the people who sign in to look at it: the codes of their telephones are those of the machine's clock.
     *
     * @param twins opened when a twin is first used; the days of the demonstration use none
     */
    static Outside outside(URI url, VendorSandbox sandbox, TwinSandbox twins, DemoClock clock) {
        return new Outside(
                        Optional.of(url),
                        SalesforgeSettings.live()
                                .at(URI.create(sandbox.salesforgeUrl()), URI.create(sandbox.warmforgeUrl())),
                        new ChannelPlaces(
                                        ClickSendSettings.live().at(URI.create(sandbox.clicksendUrl())),
                                        UnipileSettings.live().unpaced(),
                                        VapiSettings.live().at(URI.create(sandbox.vapiUrl())),
                                        ApolloSettings.live().at(URI.create(sandbox.apolloUrl())),
                                        Optional.of(PostOfficeSettings.at(URI.create(sandbox.postUrl()))
                                                .unpaced()))
                                .with(twins),
                        new DemoPace(clock))
                .with(ModelPlace.none()
                        .inSandbox(URI.create(sandbox.modelsUrl()), new SecretText(VendorSandbox.MODELS_KEY)))
                .with(SignInPlace.here().with(new SystemClock()))
                .with(MailProofs.at(List.of(sandbox.nameServer()), List.of(VendorSandbox.DKIM_SELECTOR)));
    }

    /** The clients, set up where this is the first start; meanwhile the API opens, which their vendors push to. */
    private List<Cast> casts(
            Options options,
            Stage stage,
            Running running,
            Underway<ApiServer> api,
            VendorSandbox sandbox,
            DemoClock clock,
            DemoState state) {
        Product product = running.product();
        if (!state.isSetUp()) {
            state.password(newPassword(product));
        }
        DemoSetUp setUp =
                new DemoSetUp(product, sandbox, new SecretText(state.password().orElseThrow()), () -> {
                    api.opened();
                    clock.moveTo(clock.now().plus(Duration.ofMinutes(1)));
                    sandbox.pump(clock.now());
                });
        if (state.isSetUp()) {
            return DemoPlan.ACCOUNTS.stream().map(setUp::recall).toList();
        }
        List<Cast> casts = new ArrayList<>();
        try (SandboxAccount vendor = new SandboxAccount(sandbox.salesforgeUrl())) {
            DemoPlan.ACCOUNTS.forEach(account -> {
                casts.add(setUp.open(account, vendor));
                stage.progress("Setting up clients", casts.size(), DemoPlan.ACCOUNTS.size());
            });
        }
        new DemoImport(setUp, stage, running::gatherStatistics).run(casts, options.leads());
        state.setUp();
        return casts;
    }

    private static String newPassword(Product product) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        product.basis().random().nextBytes(bytes);
        return "demo-" + HexFormat.of().formatHex(bytes);
    }

    /** Whether all days have passed; false where the process is to end before. */
    private static boolean live(
            Options options,
            Stage stage,
            Product product,
            VendorSandbox sandbox,
            DemoClock clock,
            DemoIds ids,
            DemoState state,
            List<Cast> casts) {
        if (state.isFinished(options.businessDays())) {
            return true;
        }
        List<LocalDate> days = Timetable.days(options.businessDays());
        try (Simulation simulation = new Simulation(product, sandbox, clock, ids, state, casts)) {
            int lived = 0;
            for (LocalDate day : days) {
                simulation.live(day);
                if (Uptime.isEnding()) {
                    return false;
                }
                stage.progress("Living " + options.businessDays() + " business days", ++lived, days.size());
            }
            simulation.settle();
        }
        casts.stream()
                .filter(Cast::hasEveryChannel)
                .forEach(cast -> new MoreChannels(product, sandbox, cast.admin()).connectPeople());
        state.finished(options.businessDays());
        return true;
    }

    private static void welcome(PrintWriter out, URI url, Product product, VendorSandbox sandbox, DemoState state) {
        out.printf(
                "%nAPI        %s/docs%nsign in    %s%npassword   %s%nvendor     %s (its key: %s)%n",
                url, DemoPlan.LOGIN, state.password().orElseThrow(), sandbox.salesforgeUrl(), SandboxAccount.KEY);
        product.accounts()
                .useCases()
                .setUp()
                .offer()
                .ifPresent(code -> out.printf(
                        "staff      setup code %s (30 minutes, for POST %s/api/v1/auth/setup)%n", code.reveal(), url));
        out.flush();
    }

    /** From here on time passes as it does outside, and the product's jobs run by themselves. */
    private static void stayUp(Product product, VendorSandbox sandbox, DemoClock clock, DemoState state) {
        clock.run();
        try (Tide _ = Tide.start(sandbox, clock, state);
                JobRunner _ = Jobs.start(product)) {
            Uptime.untilStopped();
        }
    }
}
