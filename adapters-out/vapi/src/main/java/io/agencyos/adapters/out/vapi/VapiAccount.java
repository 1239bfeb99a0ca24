package io.agencyos.adapters.out.vapi;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's organisation at the vendor. Source: vapi 1, 6.
 *
 * @param apiKey the private key
 * @param hookSecret what server messages are proved with
 * @param credentialId the vendor's id of a credential that signs with that secret; null to send it in a header
 * @param carriesAssistants whether each call takes its assistant along instead of naming one that the vendor keeps
 */
public record VapiAccount(
        ClientId clientId,
        String organisation,
        SecretText apiKey,
        SecretText hookSecret,
        @Nullable String credentialId,
        boolean carriesAssistants) {

    static final String API_KEY = "api_key";
    static final String HOOK_SECRET = "hook_secret";
    static final String CREDENTIAL_ID = "credential_id";
    static final String ASSISTANT_MODE = "assistant_mode";
    static final String STORED = "stored";
    static final String TRANSIENT = "transient";

    /** The account as it was connected; its reference is the organisation. */
    public static VapiAccount of(VendorAccount account) {
        return new VapiAccount(
                account.clientId(),
                account.accountRef(),
                key(account, API_KEY),
                key(account, HOOK_SECRET),
                account.settings().get(CREDENTIAL_ID),
                TRANSIENT.equals(account.settings().get(ASSISTANT_MODE)));
    }

    private static SecretText key(VendorAccount account, String name) {
        SecretText key = account.credentials().get(name);
        if (key == null) {
            throw new IllegalArgumentException("an account without " + name);
        }
        return key;
    }
}
