package io.agencyos.application.client.identity.session;

import io.agencyos.domain.shared.SecretText;
import java.time.Duration;

/**
 * What a sign-in or a refresh gives.
 *
 * @param expiresIn life of the access token
 */
public record Tokens(SecretText accessToken, Duration expiresIn, SecretText refreshToken) {}
