package io.agencyos.adapters.out.unipile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we send as JSON; what comes back is read field by field. Source: unipile 4, 9. */
final class Wire {

    private Wire() {}

    record Link(
            String type,
            @Nullable List<String> providers,
            @JsonProperty("reconnect_account") @Nullable String reconnectAccount,
            @JsonProperty("api_url") String apiUrl,
            String expiresOn,
            String name,
            @JsonProperty("notify_url") String notifyUrl,
            @JsonProperty("success_redirect_url") String successRedirectUrl,
            @JsonProperty("failure_redirect_url") String failureRedirectUrl,
            @JsonProperty("bypass_success_screen") boolean bypassSuccessScreen,
            @JsonProperty("disabled_features") List<String> disabledFeatures) {}

    record Invite(
            @JsonProperty("provider_id") String providerId,
            @JsonProperty("account_id") String accountId,
            @Nullable String message) {}

    record Header(String key, String value) {}

    record Webhook(
            @JsonProperty("request_url") String requestUrl,
            String source,
            String name,
            String format,
            boolean enabled,
            List<Header> headers) {}
}
