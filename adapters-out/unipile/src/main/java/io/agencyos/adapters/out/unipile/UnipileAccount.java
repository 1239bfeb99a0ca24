package io.agencyos.adapters.out.unipile;

import io.agencyos.application.platform.VendorAccount;
import io.agencyos.domain.shared.ClientId;
import java.net.URI;
import java.util.Optional;

/**
 * A tenant's own account at the vendor. Source: unipile 2.
 *
 * @param dsn the origin under which the account is served, such as {@code https://api8.unipile.example:13844}
 */
public record UnipileAccount(ClientId clientId, URI dsn, String accessToken) {

    static final String ACCESS_TOKEN = "access_token";

    /** The account as it was connected; its reference is the DSN, with or without a scheme. */
    public static UnipileAccount of(VendorAccount account) {
        String token = Optional.ofNullable(account.credentials().get(ACCESS_TOKEN))
                .orElseThrow(() -> new IllegalArgumentException("an account without " + ACCESS_TOKEN))
                .reveal();
        String dsn = account.accountRef().strip().replaceFirst("/+$", "");
        return new UnipileAccount(account.clientId(), URI.create(dsn.contains("://") ? dsn : "https://" + dsn), token);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "UnipileAccount[" + clientId + ", " + dsn + "]";
    }
}
