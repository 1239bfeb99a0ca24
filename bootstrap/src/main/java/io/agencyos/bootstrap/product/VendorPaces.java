package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.domain.platform.flow.RateBucket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What a process may still ask vendors, as the platform shows it. */
final class VendorPaces {

    private VendorPaces() {}

    static List<RateBucket> of(VendorHttp http, Instant now) {
        return http.levels().stream()
                .map(level -> new RateBucket(
                        level.account(),
                        level.tokens(),
                        level.pacing().burst(),
                        BigDecimal.valueOf(level.pacing().perSecond()),
                        now))
                .toList();
    }
}
