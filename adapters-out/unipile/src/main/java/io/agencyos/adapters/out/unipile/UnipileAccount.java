package io.agencyos.adapters.out.unipile;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Optional;

/**
 * A tenant's own account at the vendor. Source: unipile 2.
 *
 * @param dialect which of the vendor's two contracts the token is for; a token of one is none of the other
 * @param dsn the origin under which the account is served, such as {@code https://api8.unipile.example:13844}
 */
public record UnipileAccount(ClientId clientId, URI dsn, String accessToken, Dialect dialect) {

    static final String ACCESS_TOKEN = "access_token";
    static final String DIALECT = "dialect";

    /** The vendor's contracts. Source: unipile 1. */
    public enum Dialect {
        V1("/api/v1"),
        V2("/v2");

        private final String path;

        Dialect(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** One of the first dialect, which is what most have. */
    public UnipileAccount(ClientId clientId, URI dsn, String accessToken) {
        this(clientId, dsn, accessToken, Dialect.V1);
    }

    /** The account as it was connected; its reference is the DSN, with or without a scheme. */
    public static UnipileAccount of(VendorAccount account) {
        String token = Optional.ofNullable(account.credentials().get(ACCESS_TOKEN))
                .orElseThrow(() -> new IllegalArgumentException("an account without " + ACCESS_TOKEN))
                .reveal();
        String dsn = account.accountRef().strip().replaceFirst("/+$", "");
        return new UnipileAccount(
                account.clientId(),
                URI.create(dsn.contains("://") ? dsn : "https://" + dsn),
                token,
                "v2".equals(account.settings().get(DIALECT)) ? Dialect.V2 : Dialect.V1);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "UnipileAccount[" + clientId + ", " + dsn + "]";
    }
}
