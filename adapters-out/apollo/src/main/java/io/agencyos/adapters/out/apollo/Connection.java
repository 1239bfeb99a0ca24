package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.application.platform.vendor.VendorCredits.Credits;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tenant's way to its team. What costs credits is asked once and only while there are credits. Source: apollo 1, 8. */
final class Connection {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final ApolloApi api;
    private final ApolloApi bulk;
    private final VendorCalls calls;
    private final boolean searchInAddress;
    private final ClockPort clock;
    private volatile @Nullable Credits credits;
    private volatile Instant creditsAt = Instant.MIN;

    Connection(ApolloAccount account, ApolloSettings settings, VendorHttp http, ClockPort clock) {
        VendorProfile profile = profile(account, settings, settings.readTimeout(), clock);
        this.api = http.api(profile, ApolloApi.class);
        this.bulk = http.api(profile(account, settings, settings.bulkTimeout(), clock), ApolloApi.class);
        this.calls = http.calls(profile, account.clientId());
        this.clock = clock;
        this.searchInAddress = settings.searchInAddress();
    }

    /** A search costs nothing, so it is asked again where its answer was lost. Lists in an address are told by their brackets. */
    Result<JsonNode, VendorFailure> search(Map<String, Object> query) {
        if (!searchInAddress) {
            return free("search", () -> api().search(query));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        query.forEach((name, value) -> named.put(value instanceof List<?> ? name + "[]" : name, value));
        return free("search", () -> api().searchInAddress(named));
    }

    static VendorProfile profile(ApolloAccount account, ApolloSettings settings, Duration timeout, ClockPort clock) {
        String key = account.apiKey().reveal();
        return new VendorProfile(
                Failures.VENDOR,
                Fingerprint.of(key),
                settings.base(),
                () -> Map.of("x-api-key", key, "Accept", "application/json", "Cache-Control", "no-cache"),
                timeout,
                Failures.USUAL_RETRY_AFTER,
                settings.pacing(),
                new Failures(clock),
                new Windows(),
                Profiles.WORDS);
    }

    ApolloApi api() {
        return api;
    }

    /** The same for answers about several at once. */
    ApolloApi bulk() {
        return bulk;
    }

    Result<JsonNode, VendorFailure> free(String operation, Supplier<JsonNode> call) {
        return calls.read(operation, call);
    }

    /** Lets an operation rest whose window is nearly used up. */
    void heed(VendorLimits.Window window) {
        calls.rest(window.operation(), Windows.closedFor(window, clock.now()));
    }

    /** Nobody pays twice by reflex: one attempt, and none with an empty account. */
    Result<JsonNode, VendorFailure> paid(String operation, Supplier<JsonNode> call) {
        return empty()
                ? Result.err(new VendorFailure.OutOfCredits(Failures.details(operation, "no credits are left")))
                : calls.write(operation, call);
    }

    /** An account that cannot be read is not taken for empty: the vendor looks itself. */
    private boolean empty() {
        Credits known = credits;
        if (known == null || !clock.now().isBefore(creditsAt.plus(FRESH))) {
            known = credits().fold(found -> found, failure -> null);
        }
        return known != null && known.left() <= 0;
    }

    Result<Credits, VendorFailure> credits() {
        return free("credits", () -> api.credits(Map.of())).flatMap(answer -> {
            Optional<Long> left = Fields.whole(answer.path("credit_usage_stats").path("lead_credit"), "left_over");
            if (left.isEmpty()) {
                return Result.err(Failures.contract("credits", "no credits"));
            }
            Optional<LocalDate> end = Fields.text(answer.path("current_credit_cycle"), "end_date")
                    .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                    .map(LocalDate::parse);
            Credits found = new Credits(left.get(), end);
            credits = found;
            creditsAt = clock.now();
            return Result.ok(found);
        });
    }
}
