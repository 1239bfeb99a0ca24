package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.ArrayList;
import java.util.List;
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
