package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorHttpContract;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** salesforge 11 rows 1 and 34, and what every HTTP adapter must do. */
class SalesforgeHttpTest extends VendorHttpContract {

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        SalesforgeAccount account =
                new SalesforgeAccount(Vendor.CLIENT, "wks_1", Vendor.KEY, Vendor.WARM_KEY, "wfs_1", true, false);
        Salesforge salesforge = new Salesforge(
                client -> Optional.of(account),
                SalesforgeSettings.live().at(baseUrl, baseUrl).withReadTimeout(READ_TIMEOUT),
                new VendorHttp(() -> Instant.parse("2026-11-20T10:00:00Z"), new SteadyRandom(), time),
                new MemoryVendorObjects(),
                () -> Instant.parse("2026-11-20T10:00:00Z"));
        return new Subject(
                () -> salesforge.mailboxes().list(Vendor.CLIENT),
                () -> salesforge
                        .mailboxes()
                        .connectUrl(
                                Vendor.CLIENT,
                                Mailboxes.Provider.GOOGLE,
                                URI.create("https://agency.example/back"),
                                new EmailAddress("sam@hello-harbour.example")),
                "{\"data\":[],\"total\":0}",
                List.of(Vendor.KEY, Vendor.WARM_KEY));
    }
}
