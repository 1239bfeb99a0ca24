package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's workspace at the vendor and the keys to it. Source: salesforge 2.
 *
 * @param workspaceId {@code wks_…}; every call carries it, every other is refused
 * @param apiKey key of the core
 * @param warmforgeKey key of Warmforge, null where the tenant does not use it
 * @param warmforgeWorkspaceId its workspace, null to find the one with the core workspace's name
 * @param openTracking whether new carriers track opens
 * @param clickTracking whether new carriers track clicks
 */
public record SalesforgeAccount(
        ClientId clientId,
        String workspaceId,
        String apiKey,
        @Nullable String warmforgeKey,
        @Nullable String warmforgeWorkspaceId,
        boolean openTracking,
        boolean clickTracking) {

    static final String API_KEY = "api_key";
    static final String WARMFORGE_KEY = "warmforge_key";
    static final String WARMFORGE_WORKSPACE = "warmforge_workspace";
    static final String OPEN_TRACKING = "open_tracking";
    static final String CLICK_TRACKING = "click_tracking";

    /** The account as it was connected; its reference is the workspace. Opens and clicks are tracked only where asked for. */
    public static SalesforgeAccount of(VendorAccount account) {
        return new SalesforgeAccount(
                account.clientId(),
                account.accountRef(),
                key(account, API_KEY).orElseThrow(() -> new IllegalArgumentException("an account without " + API_KEY)),
                key(account, WARMFORGE_KEY).orElse(null),
                account.settings().get(WARMFORGE_WORKSPACE),
                Boolean.parseBoolean(account.settings().get(OPEN_TRACKING)),
                Boolean.parseBoolean(account.settings().get(CLICK_TRACKING)));
    }

    private static Optional<String> key(VendorAccount account, String name) {
        return Optional.ofNullable(account.credentials().get(name)).map(SecretText::reveal);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "SalesforgeAccount[" + clientId + ", " + workspaceId + "]";
    }
}
