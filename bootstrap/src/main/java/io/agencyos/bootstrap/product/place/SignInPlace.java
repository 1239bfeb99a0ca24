package io.agencyos.bootstrap.product.place;

import io.agencyos.adapters.in.rest.client.AuthRoutes;
import io.agencyos.adapters.out.security.Argon2PasswordHasher;
import io.agencyos.adapters.out.security.ProviderSettings;
import io.agencyos.application.shared.ClockPort;
import java.util.Optional;

/**
 * Where people sign in.
 *
 * @param provider an identity provider outside; empty where the product signs people in itself
 * @param authorizationUrl where people sign in there, where it is known
 * @param passwords what it costs to try a password of the product's own
 * @param devices the clock by which people's devices show codes; empty where it is the installation's own
 */
public record SignInPlace(
        Optional<ProviderSettings> provider,
        Optional<String> authorizationUrl,
        Argon2PasswordHasher.Cost passwords,
        Optional<ClockPort> devices) {

    /** At a provider, if there is one, else here. */
    public SignInPlace(Optional<ProviderSettings> provider, Optional<String> authorizationUrl) {
        this(provider, authorizationUrl, Argon2PasswordHasher.Cost.OF_TODAY, Optional.empty());
    }

    /** The product signs people in. */
    public static SignInPlace here() {
        return new SignInPlace(Optional.empty(), Optional.empty());
    }

    /** The product signs people in, at this cost of a password. */
    public static SignInPlace here(Argon2PasswordHasher.Cost passwords) {
        return new SignInPlace(Optional.empty(), Optional.empty(), passwords, Optional.empty());
    }

    /** The same, with codes by this clock. */
    public SignInPlace with(ClockPort phones) {
        return new SignInPlace(provider, authorizationUrl, passwords, Optional.of(phones));
    }

    /** The same as whoever signs in is told. */
    public AuthRoutes.Config told(boolean selfSignUp) {
        return provider.map(outside ->
                        AuthRoutes.Config.external(outside.issuer(), authorizationUrl.orElse(null), selfSignUp))
                .orElseGet(() -> AuthRoutes.Config.embedded(selfSignUp));
    }
}
