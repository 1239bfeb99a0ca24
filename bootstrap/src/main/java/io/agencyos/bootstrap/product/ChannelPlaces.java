package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.clicksend.ClickSendSettings;

/** Where the vendors of the channels other than e-mail are. */
public record ChannelPlaces(ClickSendSettings clicksend) {

    /** Their public addresses. */
    public static ChannelPlaces live() {
        return new ChannelPlaces(ClickSendSettings.live());
    }
}
