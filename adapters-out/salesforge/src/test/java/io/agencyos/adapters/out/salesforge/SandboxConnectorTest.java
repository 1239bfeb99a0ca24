package io.agencyos.adapters.out.salesforge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** salesforge 8, over real HTTP against the sandbox. */
class SandboxConnectorTest {

    private final SandboxVendor vendor = new SandboxVendor();
    private final VendorConnector connector = vendor.salesforge.connector();
    private final VendorAccount account = ConnectorTest.account(vendor.workspace, SandboxVendor.KEY);

    @AfterEach
    void stop() {
        vendor.close();
    }

    private List<MadeHook> register() {
        return connector
                .registerHooks(
                        account,
                        id -> URI.create("https://agency.example/api/v1/hooks/salesforge/" + id),
                        () -> UUID.randomUUID().toString())
                .orElseThrow();
    }

    @Test
    void the_workspace_is_known_by_its_name() {
        assertThat(connector.test(account).orElseThrow()).isEqualTo("Harbour agency");
        assertThat(connector
                        .test(ConnectorTest.account("wks_unknown", SandboxVendor.KEY))
                        .isOk())
                .isFalse();
    }

    @Test // salesforge 8: eight registrations per workspace
    void registering_again_does_not_duplicate() {
        List<MadeHook> first = register();
        List<MadeHook> second = register();

        assertThat(second).hasSize(8).extracting(MadeHook::secret).doesNotHaveDuplicates();
        assertThat(second)
                .extracting(MadeHook::vendorHookId)
                .doesNotContainAnyElementsOf(
                        first.stream().map(MadeHook::vendorHookId).toList());
        assertThat(connector.removeHooks(account).orElseThrow()).isEqualTo(8);
        assertThat(connector.removeHooks(account).orElseThrow()).isZero();
    }
}
