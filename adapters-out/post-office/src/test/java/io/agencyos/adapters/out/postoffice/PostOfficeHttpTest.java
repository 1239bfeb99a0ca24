package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorHttpContract;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSenderContract;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What every HTTP adapter must do. */
class PostOfficeHttpTest extends VendorHttpContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        String key = "po-key-77af";
        Connection connection = Connection.to(
                new PostOfficeAccount(CLIENT, new SecretText(key)),
                PostOfficeSettings.at(baseUrl).unpaced().withReadTimeout(READ_TIMEOUT),
                new VendorHttp(() -> now, new SteadyRandom(), time));
        PostCommand letter = PostSenderContract.letter(CLIENT, "a plan");
        return new Subject(
                () -> connection.all("lookup", skip -> connection.api().search(letter.idempotencyKey(), skip)),
                () -> connection
                        .calls()
                        .write(
                                "order",
                                () -> connection
                                        .api()
                                        .order("letters", letter.idempotencyKey(), Wire.Order.of(letter))),
                "{\"totalCount\":0,\"data\":[]}",
                List.of(key));
    }
}
