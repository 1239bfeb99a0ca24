package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** A tenant's way to its account. */
record Connection(PostOfficeApi api, VendorCalls calls) {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(60);
    /** More is no list but a mistake. */
    private static final int MOST_PAGES = 100;

    static Connection to(PostOfficeAccount account, PostOfficeSettings settings, VendorHttp http) {
        String key = account.apiKey().reveal();
        VendorProfile profile = new VendorProfile(
                Failures.VENDOR,
                Fingerprint.of(key),
                settings.base(),
                () -> Map.of("x-api-key", key, "Accept", "application/json"),
                settings.readTimeout(),
                USUAL_WAIT,
                settings.pacing(),
                new Failures());
        return new Connection(http.api(profile, PostOfficeApi.class), http.calls(profile, account.clientId()));
    }

    /** All items of a list; a page that cannot be read fails the whole, because a part looks like an absence. */
    Result<List<JsonNode>, VendorFailure> all(String operation, IntFunction<JsonNode> pageFrom) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            int skip = all.size();
            Result<JsonNode, VendorFailure> read = calls.read(operation, () -> pageFrom.apply(skip));
            if (read instanceof Result.Err<JsonNode, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            JsonNode answer = read.orElseThrow();
            if (!answer.path("data").isArray()) {
                return Result.err(Failures.contract(operation, "no list"));
            }
            all.addAll(Fields.items(answer.path("data")));
            boolean more = Fields.whole(answer, "totalCount").orElse(0L) > all.size();
            if (!more || all.size() == skip) {
                return Result.ok(all);
            }
        }
        return Result.err(Failures.contract(operation, "more than " + MOST_PAGES + " pages"));
    }
}
