package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.cli.ServeCommand;
import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.adapters.in.jobs.JobRunner;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.adapters.out.smtpimap.SmtpPostman;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.bootstrap.Running;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.place.ChannelPlaces;
import io.agencyos.bootstrap.product.place.Letterbox;
import io.agencyos.bootstrap.product.place.MailProofs;
import io.agencyos.bootstrap.product.place.Manners;
import io.agencyos.bootstrap.product.place.OwnSandboxHouse;
import io.agencyos.bootstrap.product.place.SignInPlace;
import io.agencyos.bootstrap.product.place.TwinSandbox;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;
import java.util.function.Consumer;

/** The product as it runs in production. */
public final class SystemServer implements ServeCommand.Server {

    private final Settings settings;
    private final String version;

    public SystemServer(Settings settings, String version) {
        this.settings = settings;
        this.version = version;
    }

    private static OwnSandboxHouse house(Settings settings) {
        SandboxHouse.Keeping keeping =
                SandboxHouse.Keeping.here(Optional.of(settings.dataDirectory().resolve("sandbox")));
        return settings.externalDatabase().isEmpty()
                ? OwnSandboxHouse.ofTheOnlyProcess(keeping, new SystemClock())
                : new OwnSandboxHouse(keeping, new SystemClock());
    }

    /** A process without jobs does not count its neighbours: at an external database there will be some. */
    static TwinSandbox twins(Settings settings, boolean jobs, TwinSandbox own) {
        boolean mayBeAlone = jobs || settings.externalDatabase().isEmpty();
        return settings.sandbox().map(TwinSandbox::at).orElse(mayBeAlone ? own : TwinSandbox.NONE);
    }

    @Override
    public void run(boolean jobs, Consumer<String> said) {
        FreePort.require(settings.host(), settings.port());
        OwnSandboxHouse own = house(settings);
        ChannelPlaces places = ChannelPlaces.live().with(twins(settings, jobs, own));
        Outside outside = new Outside(
                        settings.publicUrl(), SalesforgeSettings.live(), places, MonotonicTime.ofMachine())
                .posting(settings.postOffice(), settings.postByAccounts())
                .with(Manners.HUMAN)
                .with(settings.spending())
                .with(settings.models())
                .with(new Letterbox(settings.mailServer().map(SmtpPostman::new), settings.selfSignUp()))
                .with(MailProofs.at(settings.nameServers(), settings.dkimSelectors()))
                .with(new SignInPlace(settings.identityProvider(), settings.authorizationUrl()));
        try (own;
                Running running = Running.open(settings, new SystemClock(), outside);
                ApiServer api =
                        Api.start(running.product(), version, Api.settings(settings, running.product(), version));
                JobRunner _ = jobs ? Jobs.start(running.product()) : JobRunner.idle()) {
            said.accept("API        http://" + settings.host() + ":" + api.port() + "/docs");
            if (settings.publicUrl().isEmpty()) {
                said.accept(
                        "AGENCYOS_PUBLIC_URL is not set: no campaign can start, since nobody could opt out by a link");
            }
            KeysBesideData.warning(settings).ifPresent(said);
            Optional<SecretText> code = settings.identityProvider().isPresent()
                    ? Optional.empty()
                    : running.product().accounts().useCases().setUp().offer();
            code.ifPresent(shown -> said.accept("setup code " + shown.reveal()
                    + " (30 minutes, for POST /api/v1/auth/setup: the first of the platform's staff)"));
            Uptime.untilStopped();
        }
    }
}
