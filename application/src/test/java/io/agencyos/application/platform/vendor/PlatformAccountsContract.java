package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.SecretText;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The platform's own accounts on every store. Source: api 9.13. */
public abstract class PlatformAccountsContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    protected abstract PlatformAccounts accounts();

    protected abstract UnitOfWork units();

    private static VendorAccount account(String key) {
        return new VendorAccount(
                PlatformAccounts.PLATFORM,
                "postbox",
                "box-1",
                "Our box",
                Map.of("open_tracking", "true"),
                Map.of("api_key", new SecretText(key)));
    }

    @Test
    void an_account_is_kept_whole_and_replaced_whole() {
        units().onPlatform(() -> {
            accounts().save(account("first-key-1234"));
            accounts().tell("postbox", new VendorAccountState(VendorAccountState.Status.ERROR, null, "no", NOON));
        });
        units().onPlatform(() -> {
            assertThat(accounts().find("postbox")).contains(account("first-key-1234"));
            assertThat(accounts().state("postbox"))
                    .contains(new VendorAccountState(VendorAccountState.Status.ERROR, null, "no", NOON));
            accounts().save(account("second-key-5678"));
        });
        units().onPlatform(() -> {
            assertThat(accounts().find("postbox")).contains(account("second-key-5678"));
            assertThat(accounts().state("postbox"))
                    .as("to be told anew")
                    .contains(new VendorAccountState(VendorAccountState.Status.CONNECTED, null, null, null));
            assertThat(accounts().remove("postbox")).isTrue();
        });
    }

    @Test
    void what_is_forgotten_is_gone() {
        units().onPlatform(() -> accounts().save(account("first-key-1234")));
        assertThat(units().onPlatform(() -> accounts().remove("postbox"))).isTrue();
        units().onPlatform(() -> {
            assertThat(accounts().find("postbox")).isEmpty();
            assertThat(accounts().state("postbox")).isEmpty();
            assertThat(accounts().remove("postbox")).isFalse();
            accounts().tell("postbox", VendorAccountState.connected(NOON));
            assertThat(accounts().find("postbox")).isEmpty();
        });
    }
}
