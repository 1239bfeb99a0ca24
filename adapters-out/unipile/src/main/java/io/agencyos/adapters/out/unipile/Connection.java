package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tenant's way to its account, or to one of its seats.
 *
 * @param seats the calls of a seat, which goes silent alone when LinkedIn does not answer it. Source: unipile 1
 */
record Connection(
        UnipileAccount account, Speech speech, Hooks hooks, VendorCalls calls, Function<String, VendorCalls> seats) {

    /** A way to this account. */
    static Connection to(UnipileAccount account, UnipileSettings settings, VendorHttp http) {
        VendorProfile profile = profile(
                account,
                settings,
                settings.everyDsn().orElse(account.dsn()) + account.dialect().path());
        VendorCalls calls = http.calls(profile, account.clientId());
        Function<String, VendorCalls> seats = seat -> http.member(profile, account.clientId(), seat);
        return switch (account.dialect()) {
            case V1 -> {
                UnipileApi api = http.api(profile, UnipileApi.class);
                yield new Connection(account, new FirstDialect(api), new FirstHooks(api), calls, seats);
            }
            case V2 -> {
                UnipileSecondApi api = http.api(profile, UnipileSecondApi.class);
                yield new Connection(account, new SecondDialect(api), new SecondHooks(api), calls, seats);
            }
        };
    }

    private static VendorProfile profile(UnipileAccount account, UnipileSettings settings, String base) {
        return new VendorProfile(
                Failures.VENDOR,
                Fingerprint.of(account.accessToken()),
                URI.create(base),
                () -> Map.of("X-API-KEY", account.accessToken(), "Accept", "application/json"),
                settings.readTimeout(),
                Failures.USUAL_RETRY_AFTER,
                settings.pacing(),
                Failures::deviation);
    }

    /** What the vendor says of its own interface, where it does: it stands beside it. Source: unipile 2. */
    static DescribedOperations.Description description(
            UnipileAccount account, UnipileSettings settings, VendorHttp http) {
        return http.api(
                profile(
                        account,
                        settings,
                        settings.everyDsn().orElse(account.dsn()).toString()),
                DescribedOperations.Description.class);
    }

    /** The same for what one seat does. */
    Connection of(String seat) {
        return new Connection(account, speech, hooks, seats.apply(seat), seats);
    }

    /** Part of a list. */
    record Page(List<JsonNode> items, Optional<String> next) {}

    /** All items of a list, page by page. */
    Result<List<JsonNode>, VendorFailure> all(
            String operation, int mostPages, Function<@Nullable String, JsonNode> call) {
        return until(operation, mostPages, call, item -> false)
                .flatMap(walk -> walk.ended()
                        ? Result.ok(walk.items())
                        : Result.err(Failures.contract(operation, "more than " + mostPages + " pages")));
    }

    /**
     * What a walk through a list found.
     *
     * @param ended whether the list ended, or what was to end it was found
     */
    record Walk(List<JsonNode> items, boolean ended) {}

    /** Items up to the first that satisfies {@code stop}, it included; a page that cannot be read fails the whole. */
    Result<Walk, VendorFailure> until(
            String operation, int mostPages, Function<@Nullable String, JsonNode> call, Predicate<JsonNode> stop) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < mostPages; page++) {
            String from = cursor;
            Result<Page, VendorFailure> read =
                    calls.read(operation, () -> call.apply(from)).flatMap(answer -> page(operation, answer));
            if (read instanceof Result.Err<Page, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            Page found = read.orElseThrow();
            for (JsonNode item : found.items()) {
                items.add(item);
                if (stop.test(item)) {
                    return Result.ok(new Walk(items, true));
                }
            }
            if (found.next().isEmpty()) {
                return Result.ok(new Walk(items, true));
            }
            cursor = found.next().get();
        }
        return Result.ok(new Walk(items, false));
    }

    private static Result<Page, VendorFailure> page(String operation, JsonNode answer) {
        return answer.path("items").isArray()
                ? Result.ok(new Page(Fields.items(answer.path("items")), Fields.text(answer, "cursor")))
                : Result.err(Failures.contract(operation, "no list"));
    }
}
