package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.rest.http.RestApi;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.bootstrap.product.Basis;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.bootstrap.system.SystemRandom;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the API looks like, told by the routes themselves without a database behind them. */
public final class Description {

    private Description() {}

    /** The OpenAPI document, as the running server tells it too. */
    public static String openApi(String version) {
        SystemClock clock = new SystemClock();
        RandomSource random = new SystemRandom();
        Basis basis = new Basis(
                new NoUnits(),
                noPool(),
                clock,
                new TimeOrderedIds(clock, random),
                random,
                InstallationSecret.random(random));
        Outside outside = new Outside(Optional.empty(), SalesforgeSettings.live(), MonotonicTime.ofMachine());
        try (Product product = new Product(basis, outside);
                RestApi api = Api.of(product, version, Api.local(product, version, 0, true))) {
            return api.document().toPrettyString();
        }
    }

    private static DataSource noPool() {
        return (DataSource) Proxy.newProxyInstance(
                Description.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, given) -> {
                    throw new IllegalStateException("a description has no database");
                });
    }

    private static final class NoUnits implements UnitOfWork {

        @Override
        public <T> T inTenant(TenantScope scope, Supplier<T> work) {
            throw new IllegalStateException("a description has no database");
        }

        @Override
        public <T> T onPlatform(Supplier<T> work) {
            throw new IllegalStateException("a description has no database");
        }
    }
}
