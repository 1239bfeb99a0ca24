package io.agencyos.application.platform;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.SecretText;
import java.util.List;

/**
 * An address to which a vendor pushes what happens in a client's account. Source: api 10.1.
 *
 * @param hookId 128 random bits, the last part of the address
 * @param secrets by which its deliveries are verified: one, or two while the secret is being changed
 * @param active false once the account is connected anew or disconnected
 */
public record VendorHook(String hookId, String vendor, ClientId clientId, List<SecretText> secrets, boolean active) {

    public VendorHook {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException("a hook has one secret, or two while it is being changed");
        }
    }
}
