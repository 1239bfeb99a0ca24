package io.agencyos.adapters.out.clicksend;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/**
 * A tenant's own account at the vendor. Source: clicksend 2.
 *
 * @param username the API username, which need not be the name a person signs in with
 * @param hasPost whether letters leave by it: the vendor opens that for nobody new
 */
public record ClickSendAccount(ClientId clientId, String username, String apiKey, boolean hasPost) {

    static final String POST = "post";

    /** One that texts alone. */
    public ClickSendAccount(ClientId clientId, String username, String apiKey) {
        this(clientId, username, apiKey, false);
    }

    static final String API_KEY = "api_key";

    /** The account as it was connected; its reference is the API username. */
    public static ClickSendAccount of(VendorAccount account) {
        String key = Optional.ofNullable(account.credentials().get(API_KEY))
                .orElseThrow(() -> new IllegalArgumentException("an account without " + API_KEY))
                .reveal();
        return new ClickSendAccount(
                account.clientId(),
                account.accountRef(),
                key,
                "true".equals(account.settings().get(POST)));
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "ClickSendAccount[" + clientId + ", " + username + "]";
    }
}
