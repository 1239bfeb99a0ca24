package io.agencyos.bootstrap.product.place;

import io.agencyos.application.client.identity.store.AccountPostman;
import java.util.Optional;

/**
 * How people hear of their own accounts.
 *
 * @param postman empty where no mail server is configured: letters wait
 * @param selfSignUp whether anybody may open an account and a client
 */
public record Letterbox(Optional<AccountPostman> postman, boolean selfSignUp) {

    /** Nobody is written to, and nobody signs up. */
    public static Letterbox none() {
        return new Letterbox(Optional.empty(), false);
    }
}
