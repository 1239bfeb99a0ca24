package io.agencyos.bootstrap.product.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A vendor without a sandbox, before a twin and before its live client. */
class OnlyForTest {

    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final ClientId live = new ClientId(UUID.randomUUID());
    private final FakeConnector vendor = new FakeConnector();
    private final VendorConnector before = OnlyFor.live(vendor, twin::equals);

    private static VendorAccount account(ClientId client) {
        return new VendorAccount(
                client,
                FakeConnector.VENDOR,
                "drawer-1",
                null,
                Map.of(),
                Map.of("api_key", new SecretText(FakeConnector.GOOD_KEY)));
    }

    @Test // api 4.1: nothing of a twin reaches a real vendor
    void a_twin_is_refused_before_anything_is_asked_even_with_a_good_key() {
        VendorAccount account = account(twin);

        assertThat(before.test(account))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.Unauthorized.class));
        assertThat(before.registerHooks(account, id -> URI.create("https://agency.example/" + id), () -> "h")
                        .isOk())
                .isFalse();
        assertThat(before.removeHooks(account).isOk()).isFalse();
        assertThat(vendor.standing).as("what stands at the vendor").isEmpty();
    }

    @Test
    void a_live_client_meets_the_vendor_itself() {
        assertThat(before.test(account(live))).isEqualTo(vendor.test(account(live)));
        assertThat(before.registerHooks(account(live), id -> URI.create("https://agency.example/" + id), () -> "h")
                        .isOk())
                .isTrue();
        assertThat(vendor.standing).isNotEmpty();
        assertThat(before.vendor()).isEqualTo(vendor.vendor());
        assertThat(before.credentials()).isEqualTo(vendor.credentials());
    }

    @Test // vendors/index 1: twins have every vendor of the sandbox, whatever live clients have here
    void a_vendor_of_the_sandbox_alone_is_offered_to_twins_and_to_nobody_else() {
        VendorConnector sandboxed = OnlyFor.twins(vendor, twin::equals);

        assertThat(sandboxed.serves(twin)).isTrue();
        assertThat(sandboxed.test(account(twin))).isEqualTo(vendor.test(account(twin)));
        assertThat(sandboxed.serves(live)).isFalse();
        assertThat(sandboxed.test(account(live)).isOk()).isFalse();
        assertThat(before.serves(live)).isTrue();
        assertThat(before.serves(twin)).isFalse();
    }
}
