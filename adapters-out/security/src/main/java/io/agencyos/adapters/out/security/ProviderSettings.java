package io.agencyos.adapters.out.security;

import io.agencyos.domain.shared.SecretText;
import java.net.URI;
import java.util.Optional;

/**
 * An identity provider outside.
 *
 * @param issuer what its tokens name as {@code iss}, exactly
 * @param keys where its key set is
 * @param audience whom its tokens must be for
 * @param profile where a token is shown to learn the person's proved address; empty where the token itself says it
 * @param profileKey sent along there as {@code apikey}, where the provider wants one
 * @param sharedSecret by which tokens that are signed with HS256 are checked; empty where none is believed
 * @param strongClass the {@code acr} that stands for a second factor, where the provider says it so
 */
public record ProviderSettings(
        String issuer,
        URI keys,
        String audience,
        Optional<URI> profile,
        Optional<SecretText> profileKey,
        Optional<SecretText> sharedSecret,
        Optional<String> strongClass) {

    /** A secret has at least as many bytes as what it signs with, by RFC 7518. */
    public static final int SHORTEST_SECRET = 32;
}
