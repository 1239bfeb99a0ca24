package io.agencyos.adapters.out.anthropic;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;

/** The platform's own account, which is charged for all clients. Source: anthropic 1. */
public record AnthropicAccount(SecretText apiKey) {

    static final String API_KEY = "api_key";

    /** The account as it was connected. */
    public static AnthropicAccount of(VendorAccount account) {
        SecretText key = account.credentials().get(API_KEY);
        if (key == null) {
            throw new IllegalArgumentException("an account without " + API_KEY);
        }
        return new AnthropicAccount(key);
    }
}
