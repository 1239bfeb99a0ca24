package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnectorContract;
import io.agencyos.domain.shared.SecretText;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The kit, against a server that really lets in or not. */
class ConnectorKitTest extends VendorConnectorContract {

    private final Post vendor = new Post();
    private final Map<String, String> settings = Map.of(
            "smtp_host", "127.0.0.1",
            "smtp_port", String.valueOf(vendor.server.getSmtp().getPort()),
            "smtp_security", "loopback",
            "imap_host", "127.0.0.1",
            "imap_port", String.valueOf(vendor.server.imap().getPort()),
            "imap_security", "loopback");

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World(vendor.adapter().connector(), this::withKey, Post.PASSWORD, () -> vendor.server.stop());
    }

    private VendorAccount withKey(String key) {
        return new VendorAccount(
                Post.CLIENT,
                SmtpImap.VENDOR,
                "harbour.example",
                null,
                settings,
                Map.of(Post.SAM.value(), new SecretText(key)));
    }
}
