package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnectorContract;
import io.agencyos.domain.shared.SecretText;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP. */
class ConnectorKitTest extends VendorConnectorContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World(
                vendor.unipile.connector(),
                this::withKey,
                "sandbox-key",
                () -> vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500)));
    }

    private VendorAccount withKey(String key) {
        return new VendorAccount(
                SandboxVendor.CLIENT,
                Unipile.VENDOR,
                vendor.sandbox.unipileUrl(),
                null,
                Map.of("dialect", "v1"),
                Map.of("access_token", new SecretText(key)));
    }
}
