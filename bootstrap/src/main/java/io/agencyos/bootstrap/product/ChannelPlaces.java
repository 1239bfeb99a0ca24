package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.apollo.ApolloSettings;
import io.agencyos.adapters.out.clicksend.ClickSendSettings;
import io.agencyos.adapters.out.unipile.UnipileSettings;
import io.agencyos.adapters.out.vapi.VapiSettings;

/** Where the vendors of the channels other than e-mail and of data are, and how they are asked. */
public record ChannelPlaces(
        ClickSendSettings clicksend, UnipileSettings unipile, VapiSettings vapi, ApolloSettings apollo) {

    /** Their public addresses. */
    public static ChannelPlaces live() {
        return new ChannelPlaces(
                ClickSendSettings.live(), UnipileSettings.live(), VapiSettings.live(), ApolloSettings.live());
    }
}
