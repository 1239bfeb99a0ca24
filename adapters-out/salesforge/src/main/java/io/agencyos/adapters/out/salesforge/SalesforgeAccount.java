package io.agencyos.adapters.out.salesforge;

import io.agencyos.domain.shared.ClientId;
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

    /** Shows no key. */
    @Override
    public String toString() {
        return "SalesforgeAccount[" + clientId + ", " + workspaceId + "]";
    }
}
