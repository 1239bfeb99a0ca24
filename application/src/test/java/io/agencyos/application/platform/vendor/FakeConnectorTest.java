package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.UUID;

/** The kit on the fake that other kits use. */
class FakeConnectorTest extends VendorConnectorContract {

    private final FakeConnector fake = new FakeConnector();

    @Override
    protected World world() {
        return new World(fake, FakeConnectorTest::withKey, FakeConnector.GOOD_KEY, () -> fake.breakDown());
    }

    private static VendorAccount withKey(String key) {
        return new VendorAccount(
                new ClientId(new UUID(0, 2)),
                FakeConnector.VENDOR,
                "box-1",
                null,
                Map.of(),
                Map.of("api_key", new SecretText(key)));
    }
}
