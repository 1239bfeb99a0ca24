package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.RandomSource;
import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;

/** Makes the ids and addresses of hooks. Source: api 10.1. */
final class HookAddresses {

    private static final int BYTES = 16;

    private final Optional<URI> publicUrl;
    private final RandomSource random;

    HookAddresses(Optional<URI> publicUrl, RandomSource random) {
        this.publicUrl = publicUrl;
        this.random = random;
    }

    boolean possible() {
        return publicUrl.isPresent();
    }

    String newId() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** Empty where this installation cannot be reached from outside. */
    Optional<URI> address(String vendor, String hookId) {
        return publicUrl.map(
                base -> URI.create(base.toString().replaceFirst("/+$", "") + "/api/v1/hooks/" + vendor + "/" + hookId));
    }
}
