package io.agencyos.application.client.identity.store;

import io.agencyos.application.platform.secret.Sealer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What people's own accounts need beside signing in.
 *
 * @param publicUrl where links in letters lead; without one they carry the token alone
 */
public record AccountStores(
        OneTimeTokens oneTimeTokens,
        SecondFactors secondFactors,
        AccountMails mails,
        Sealer sealer,
        Supplier<Optional<URI>> publicUrl) {}
