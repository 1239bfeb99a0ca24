package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.security.EnvelopeSealer;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.security.MasterKey;
import io.agencyos.adapters.out.security.MasterKeys;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.platform.secret.DataKeys;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the API looks like, told by the routes themselves without a database behind them. */
public final class Description {

    private Description() {}

    /** The OpenAPI document, as the running server tells it too. */
    public static String openApi(String version) {
        SystemClock clock = new SystemClock();
        RandomSource random = new SystemRandom();
        InstallationSecret secret = InstallationSecret.random(random);
        MasterKey master = MasterKey.derived(secret);
        Basis basis = new Basis(
                new NoUnits(),
                none(DataSource.class),
                clock,
                new TimeOrderedIds(clock, random),
                random,
                secret,
                new EnvelopeSealer(
                        none(DataKeys.class),
                        new MasterKeys(() -> List.of(master)),
                        System::nanoTime,
                        UUID::randomUUID));
        Outside outside = new Outside(Optional.empty(), SalesforgeSettings.live(), MonotonicTime.ofMachine());
        try (Product product = new Product(basis, outside);
                ApiServer api = Api.of(product, version, Api.local(product, version, 0, true))) {
            return api.document().toPrettyString();
        }
    }

    private static <T> T none(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                Description.class.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    throw new IllegalStateException("a description has no database");
                }));
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
