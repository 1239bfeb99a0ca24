package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnectorContract;
import io.agencyos.domain.shared.SecretText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP. */
class ConnectorKitTest extends VendorConnectorContract {

    private final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    private final VendorSandbox sandbox =
            VendorSandbox.start(SandboxSettings.defaults().withPeople(100), clock);
    private final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    private final Apollo apollo = new Apollo(
            client -> Optional.empty(),
            ApolloSettings.live().at(URI.create(sandbox.apolloUrl())).withReadTimeout(Duration.ofSeconds(5)),
            http,
            new MemoryVendorObjects(),
            clock::instant);

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    @Override
    protected World world() {
        return new World(
                apollo.connector(),
                ConnectorKitTest::withKey,
                "sandbox-key",
                () -> sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500)));
    }

    private static VendorAccount withKey(String key) {
        return new VendorAccount(
                Stubs.CLIENT, Apollo.VENDOR, "team", null, Map.of(), Map.of("api_key", new SecretText(key)));
    }
}
