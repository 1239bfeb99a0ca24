package io.agencyos.adapters.out.postoffice;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** A tenant's own account at the office. */
public record PostOfficeAccount(ClientId clientId, SecretText apiKey) {

    static final String API_KEY = "api_key";

    /** The account as it was connected. */
    public static PostOfficeAccount of(VendorAccount account) {
        return new PostOfficeAccount(
                account.clientId(),
                Optional.ofNullable(account.credentials().get(API_KEY))
                        .orElseThrow(() -> new IllegalArgumentException("an account without " + API_KEY)));
    }
}
