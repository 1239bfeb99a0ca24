package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import java.util.Map;
import java.util.function.Function;

/**
 * A tenant's way to its organisation.
 *
 * @param starting how calls from one number are started, each number at its own pace
 */
record Connection(
        VapiAccount account,
        VapiApi api,
        VapiApi.Control control,
        VendorCalls calls,
        Function<String, VendorCalls> starting) {

    static Connection to(VapiAccount account, VapiSettings settings, VendorHttp http) {
        String credential = Fingerprint.of(account.apiKey().reveal());
        Map<String, String> key =
                Map.of("Authorization", "Bearer " + account.apiKey().reveal());
        VendorProfile profile = profile(settings, credential, key);
        return new Connection(
                account,
                http.api(profile, VapiApi.class),
                http.api(profile(settings, credential, Map.of()), VapiApi.Control.class),
                http.calls(profile, account.clientId()),
                line -> http.line(profile, line, settings.perNumber()));
    }

    private static VendorProfile profile(VapiSettings settings, String credential, Map<String, String> headers) {
        return new VendorProfile(
                Failures.VENDOR,
                credential,
                settings.base(),
                () -> headers,
                settings.readTimeout(),
                Failures.USUAL_RETRY_AFTER,
                settings.pacing(),
                Failures::deviation);
    }
}
