package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.rest.client.ClientRoutes;
import io.agencyos.adapters.in.rest.http.RestApi;
import io.agencyos.adapters.in.rest.http.RestPorts;
import io.agencyos.adapters.in.rest.http.RestSettings;
import io.agencyos.adapters.in.rest.platform.HealthRoutes;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.shared.SecretText;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every route of the product on one port. */
public final class Api {

    private static final String CURSORS = "page-cursors/1";
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private Api() {}

    /** Begins to listen. */
    public static RestApi start(Product product, String version, String host, int port) {
        RestSettings settings = new RestSettings(
                version,
                host,
                port,
                new SecretText(product.basis().secret().deriveText(CURSORS)),
                Set.of(),
                false,
                DRAIN);
        RestPorts ports = new RestPorts(
                product.identity().authenticateRequest(),
                product.stores().idempotentRequests,
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        return new RestApi(groups(product, version), ports, settings).start();
    }

    static List<RouteGroup> groups(Product product, String version) {
        return List.of(
                new HealthRoutes(version, List.of()),
                new ClientRoutes(),
                new ProvisionalHooks(product.conversation().receiveWebhook()));
    }
}
