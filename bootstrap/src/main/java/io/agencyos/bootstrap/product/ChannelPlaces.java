package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.apollo.ApolloSettings;
import io.agencyos.adapters.out.clicksend.ClickSendSettings;
import io.agencyos.adapters.out.postoffice.PostOfficeSettings;
import io.agencyos.adapters.out.unipile.UnipileSettings;
import io.agencyos.adapters.out.vapi.VapiSettings;
import java.net.URI;
import java.util.Optional;

/**
 * Where the vendors of the channels other than e-mail and of data are, and how they are asked.
 *
 * @param post empty where this installation has no post office
 */
public record ChannelPlaces(
        ClickSendSettings clicksend,
        UnipileSettings unipile,
        VapiSettings vapi,
        ApolloSettings apollo,
        Optional<PostOfficeSettings> post) {

    /** Their public addresses. */
    public static ChannelPlaces live() {
        return new ChannelPlaces(
                ClickSendSettings.live(),
                UnipileSettings.live(),
                VapiSettings.live(),
                ApolloSettings.live(),
                Optional.empty());
    }

    /** The same with a post office at this address, if there is one. */
    public ChannelPlaces posting(Optional<URI> office) {
        return new ChannelPlaces(clicksend, unipile, vapi, apollo, office.map(PostOfficeSettings::at));
    }
}
