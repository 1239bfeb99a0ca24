package io.agencyos.bootstrap.product.place;

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
 * @param postByAccounts whether clients' own accounts at the vendor of texts print their letters, where they may
 * @param twins where the clients' twins find all of their vendors
 */
public record ChannelPlaces(
        ClickSendSettings clicksend,
        UnipileSettings unipile,
        VapiSettings vapi,
        ApolloSettings apollo,
        Optional<PostOfficeSettings> post,
        boolean postByAccounts,
        TwinSandbox twins) {

    /** Letters leave by the post office, if there is one. */
    public ChannelPlaces(
            ClickSendSettings clicksend,
            UnipileSettings unipile,
            VapiSettings vapi,
            ApolloSettings apollo,
            Optional<PostOfficeSettings> post) {
        this(clicksend, unipile, vapi, apollo, post, false, TwinSandbox.NONE);
    }

    /** Their public addresses. */
    public static ChannelPlaces live() {
        return new ChannelPlaces(
                ClickSendSettings.live(),
                UnipileSettings.live(),
                VapiSettings.live(),
                ApolloSettings.live(),
                Optional.empty());
    }

    /** The same with a post office at this address, if there is one, and with clients' own accounts, if they may print. */
    public ChannelPlaces posting(Optional<URI> office, boolean byAccounts) {
        return new ChannelPlaces(
                clicksend, unipile, vapi, apollo, office.map(PostOfficeSettings::at), byAccounts, twins);
    }

    /** The same, with a sandbox for the clients' twins. */
    public ChannelPlaces with(TwinSandbox sandbox) {
        return new ChannelPlaces(clicksend, unipile, vapi, apollo, post, postByAccounts, sandbox);
    }
}
