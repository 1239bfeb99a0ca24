package io.agencyos.application.platform;

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

    Optional<URI> base() {
        return publicUrl;
    }

    String newId() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    static URI address(URI base, String vendor, String hookId) {
        String root = base.toString().replaceFirst("/+$", "");
        return URI.create(root + "/api/v1/hooks/" + vendor + "/" + hookId);
    }
}
