package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client's own account at a vendor and the keys to it; shows no key. Source: api 9.13, data model 5.12.
 *
 * @param vendor the connector's name
 * @param accountRef which account there, in the vendor's own words, such as a workspace id
 * @param label what a person knows the account by, null until the vendor told it
 * @param settings by name, as the connector asks for them
 * @param credentials by name, as the connector asks for them
 */
public record VendorAccount(
        ClientId clientId,
        String vendor,
        String accountRef,
        @Nullable String label,
        Map<String, String> settings,
        Map<String, SecretText> credentials) {

    public VendorAccount {
        settings = Map.copyOf(settings);
        credentials = Map.copyOf(credentials);
    }

    /** The same by the name that the vendor gave. */
    public VendorAccount labelled(String newLabel) {
        return new VendorAccount(clientId, vendor, accountRef, newLabel, settings, credentials);
    }
}
