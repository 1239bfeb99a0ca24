package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.sandbox.TwinVendors;
import io.agencyos.application.outreach.sandbox.TwinVendorsContract;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class FakeTwinVendorsTest extends TwinVendorsContract {

    private final FakeTwinVendors vendors =
            new FakeTwinVendors("fake-mail", FakeTwinVendorsTest::accounts, (twin, address) -> {});
    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());

    FakeTwinVendorsTest() {
        vendors.serve(twin, true);
        vendors.serve(other, true);
    }

    private static List<ConnectVendor.Request> accounts(ClientId twin) {
        return Stream.of("fake-mail", FakeTwinVendors.TEXTS, FakeTwinVendors.CALLS)
                .map(vendor -> new ConnectVendor.Request(
                        vendor, "sandbox", Map.of("api_key", new SecretText("key of " + twin.text())), Map.of()))
                .toList();
    }

    @Override
    protected TwinVendors vendors() {
        return vendors;
    }

    @Override
    protected ClientId twin() {
        return twin;
    }

    @Override
    protected ClientId otherTwin() {
        return other;
    }

    @Override
    protected ClientId unserved() {
        return new ClientId(UUID.randomUUID());
    }

    @Override
    protected List<String> mailboxes(ClientId whose) {
        return vendors.mailboxes(whose).stream().map(EmailAddress::value).toList();
    }

    @Override
    protected boolean has(ClientId whose, Channel line, String number) {
        return vendors.number(whose, line)
                .filter(has -> has.e164().equals(number))
                .isPresent();
    }

    @Override
    protected URI page(ClientId whose) {
        return URI.create("https://link.example/1");
    }

    @Override
    protected int signedIn(ClientId whose) {
        return vendors.pages(whose).size();
    }
}
