package io.agencyos.adapters.out.clicksend;

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
                vendor.clicksend.connector(),
                ConnectorKitTest::withKey,
                "sandbox-key",
                () -> vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500)));
    }

    private static VendorAccount withKey(String key) {
        return new VendorAccount(
                SandboxVendor.CLIENT,
                ClickSend.VENDOR,
                "sandbox",
                null,
                Map.of(),
                Map.of("api_key", new SecretText(key)));
    }
}
