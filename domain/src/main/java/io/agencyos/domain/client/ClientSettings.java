package io.agencyos.domain.client;

import io.agencyos.domain.shared.ClientId;

/** How a client wants the product to behave. Source: data model 5.1 {@code client_setting}. */
public record ClientSettings(
        ClientId clientId,
        boolean autoReplenish,
        boolean replyAutomation,
        boolean openTracking,
        boolean clickTracking,
        SeoMode seoMode,
        int version) {

    public static ClientSettings defaults(ClientId clientId) {
        return new ClientSettings(clientId, true, true, true, false, SeoMode.PRESENCE, 0);
    }
}
