package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.adapters.in.http.server.ServerPorts;
import io.agencyos.adapters.in.http.server.ServerSettings;
import io.agencyos.adapters.in.rest.card.DeletedRoutes;
import io.agencyos.adapters.in.rest.platform.HealthCheck;
import io.agencyos.adapters.in.rest.platform.HealthRoutes;
import io.agencyos.adapters.out.postgres.platform.PostgresDeletedThings;
import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.Programs;
import io.agencyos.bootstrap.product.Staff;
import io.agencyos.bootstrap.product.TwinKeeping;
import io.agencyos.domain.shared.SecretText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every route of the product on one port. */
public final class Api {

    private static final String CURSORS = "page-cursors/1";
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private Api() {}

    /** On this machine only. */
    public static ServerSettings local(Product product, String version, int port, boolean limited) {
        return new ServerSettings(
                version,
                "127.0.0.1",
                port,
                cursorSecret(product),
                Set.of(),
                Set.of(),
                limited,
                false,
                ServerSettings.BUDGET,
                DRAIN,
                ServerSettings.Readmission.USUAL);
    }

    /** As the installation is configured. */
    static ServerSettings settings(Settings settings, Product product, String version) {
        return new ServerSettings(
                version,
                settings.host(),
                settings.port(),
                cursorSecret(product),
                settings.trustedProxies(),
                settings.corsOrigins(),
                true,
                settings.sharedLimits(),
                ServerSettings.BUDGET,
                DRAIN,
                ServerSettings.Readmission.USUAL);
    }

    private static SecretText cursorSecret(Product product) {
        return new SecretText(product.basis().secret().deriveText(CURSORS));
    }

    /**
     * Begins to listen.
     *
     * @param checks what has to be well beside the database for the house to be ready
     */
    public static ApiServer start(Product product, String version, ServerSettings settings, HealthCheck... checks) {
        return of(product, version, settings, checks).start();
    }

    static ApiServer of(Product product, String version, ServerSettings settings, HealthCheck... checks) {
        Programs programs = new Programs(product);
        Optional<AuthenticateRequest> outside = product.accounts().outsideSignIn();
        KeepPlatformRules rules = product.platformRules();
        ServerPorts ports = new ServerPorts(
                outside.orElseGet(() -> product.identity().authenticateRequest()),
                outside.isPresent(),
                programs.access().authenticateKey(),
                StaffApi.support(product),
                rules::maintenance,
                product.stores().sealer,
                product.stores().idempotentRequests,
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids(),
                Staff.defects(product),
                Staff.denials(product),
                TwinKeeping.of(product).twins()::entered,
                Staff.sharedLimits(product),
                product.background().metrics());
        List<RouteGroup> groups = Stream.of(
                        ClientApi.of(product, programs, health(product, version, checks)),
                        StaffApi.of(product, rules),
                        HooksAndPages.of(product))
                .flatMap(List::stream)
                .toList();
        DeletedRoutes deleted =
                new DeletedRoutes(new PostgresDeletedThings(), product.basis().units());
        return new ApiServer(deleted.over(groups), ports, settings);
    }

    private static HealthRoutes health(Product product, String version, HealthCheck... more) {
        return new HealthRoutes(
                version,
                Stream.concat(Stream.of(database(product)), Stream.of(more)).toList());
    }

    static HealthCheck database(Product product) {
        return new HealthCheck("database", true, () -> {
            try {
                product.basis()
                        .units()
                        .onPlatform(() -> product.stores().clients.findBySlug("-"));
                return HealthCheck.Finding.operational();
            } catch (StorageUnavailable down) {
                return HealthCheck.Finding.down("The database does not answer.");
            }
        });
    }
}
