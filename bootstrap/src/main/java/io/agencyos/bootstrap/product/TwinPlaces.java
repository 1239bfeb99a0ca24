package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.anthropic.AnthropicSettings;
import io.agencyos.adapters.out.apollo.ApolloSettings;
import io.agencyos.adapters.out.clicksend.ClickSendSettings;
import io.agencyos.adapters.out.postoffice.PostOfficeSettings;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.unipile.UnipileSettings;
import io.agencyos.adapters.out.vapi.VapiSettings;
import io.agencyos.adapters.out.vendorhttp.Placing;
import java.net.URI;
import java.util.Optional;

/** Under which path of a twin's sandbox each vendor answers; everything else is as for live clients. */
final class TwinPlaces {

    private TwinPlaces() {}

    static Placing<SalesforgeSettings> salesforge(Twins twins, SalesforgeSettings live) {
        return twins.placing(
                live, door -> live.at(below(door, "/salesforge/public/v2"), below(door, "/warmforge/public/v1")));
    }

    static Placing<ClickSendSettings> clicksend(Twins twins, ClickSendSettings live) {
        return twins.placing(live, door -> live.at(below(door, "/clicksend")));
    }

    static Placing<UnipileSettings> unipile(Twins twins, UnipileSettings live) {
        return twins.placing(live, door -> live.at(below(door, "/unipile")));
    }

    static Placing<VapiSettings> vapi(Twins twins, VapiSettings live) {
        return twins.placing(live, door -> live.at(below(door, "/vapi")));
    }

    static Placing<ApolloSettings> apollo(Twins twins, ApolloSettings live) {
        return twins.placing(live, door -> live.at(below(door, "/apollo/api/v1")));
    }

    static Placing<AnthropicSettings> models(Twins twins, AnthropicSettings live) {
        return twins.placing(live, door -> live.at(below(door, "/anthropic")));
    }

    /** @param live empty where live clients have no office: whatever is stored of one leads nowhere */
    static Placing<PostOfficeSettings> post(Twins twins, Optional<PostOfficeSettings> live) {
        return twins.placing(
                live.orElseGet(() -> PostOfficeSettings.at(Twins.NOWHERE)),
                door -> PostOfficeSettings.at(below(door, "/post-office")).unpaced());
    }

    private static URI below(URI door, String path) {
        return URI.create(door + path);
    }
}
