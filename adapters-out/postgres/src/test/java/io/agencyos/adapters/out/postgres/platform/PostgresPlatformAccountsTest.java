package io.agencyos.adapters.out.postgres.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.vendor.PlatformAccounts;
import io.agencyos.application.platform.vendor.PlatformAccountsContract;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestSealer;
import io.agencyos.domain.shared.SecretText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPlatformAccountsTest extends PlatformAccountsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected PlatformAccounts accounts() {
        return new PostgresPlatformAccounts(new TestSealer());
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Test // api 7: secrets are encrypted at rest
    void the_database_never_holds_a_key_in_clear() {
        units().onPlatform(() -> accounts()
                .save(new VendorAccount(
                        PlatformAccounts.PLATFORM,
                        "postbox",
                        "box-1",
                        null,
                        Map.of(),
                        Map.of("api_key", new SecretText("the-key-of-the-platform")))));
        assertThat(units().onPlatform(() -> Db.query("select string_agg(i::text, ' ') from platform_integration i")
                        .mapTo(String.class)
                        .one()))
                .contains("box-1")
                .doesNotContain("the-key-of-the-platform");
    }
}
