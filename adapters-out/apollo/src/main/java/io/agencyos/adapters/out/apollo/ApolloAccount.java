package io.agencyos.adapters.out.apollo;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;

/** A tenant's team at the vendor. Source: apollo 1. */
public record ApolloAccount(ClientId clientId, String team, SecretText apiKey) {

    static final String API_KEY = "api_key";

    /** The account as it was connected; its reference is whatever a person calls the team. */
    public static ApolloAccount of(VendorAccount account) {
        SecretText key = account.credentials().get(API_KEY);
        if (key == null) {
            throw new IllegalArgumentException("an account without " + API_KEY);
        }
        return new ApolloAccount(account.clientId(), account.accountRef(), key);
    }
}
