package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/**
 * A tenant's way to its account.
 *
 * @param sending how texts from one number are sent, each number at its own pace
 */
record Connection(
        ClickSendAccount account, ClickSendApi api, VendorCalls calls, Function<String, VendorCalls> sending) {

    /** A way to this account; waits grow, and paces hold, for all that go it together. */
    static Connection to(ClickSendAccount account, ClickSendSettings settings, VendorHttp http, ClockPort clock) {
        String pair = account.username() + ":" + account.apiKey();
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Failures failures = new Failures(clock);
        VendorProfile usual = new VendorProfile(
                        Failures.VENDOR,
                        Fingerprint.of(pair),
                        settings.base(),
                        () -> Map.of("Authorization", basic),
                        settings.readTimeout(),
                        Failures.FIRST_WAIT,
                        settings.pacing(),
                        failures)
                .saying(MessageStatus.WORDS);
        return new Connection(
                account,
                http.api(usual, ClickSendApi.class),
                http.calls(usual, account.clientId()),
                number -> http.line(usual, number, settings.perNumber()));
    }

    /** More is no list but a mistake. */
    static final int MOST_PAGES = 100;

    /** All items of a list; a page that cannot be read fails the whole, because a part looks like an absence. */
    Result<List<JsonNode>, VendorFailure> all(String operation, IntFunction<JsonNode> call) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            Result<Wire.Page, VendorFailure> read = page(operation, page, call);
            if (read instanceof Result.Err<Wire.Page, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            Wire.Page items = read.orElseThrow();
            all.addAll(items.items());
            if (items.last()) {
                return Result.ok(all);
            }
        }
        return Result.err(Failures.contract(operation, "more than " + MOST_PAGES + " pages"));
    }

    Result<Wire.Page, VendorFailure> page(String operation, int page, IntFunction<JsonNode> call) {
        return calls.read(operation, () -> call.apply(page))
                .flatMap(answer -> Wire.Page.of(answer, page)
                        .<Result<Wire.Page, VendorFailure>>map(Result::ok)
                        .orElseGet(() -> Result.err(Failures.contract(operation, "no list"))));
    }
}
