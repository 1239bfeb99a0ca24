package io.agencyos.adapters.out.security;

import io.agencyos.application.conversation.PayloadSeal;
import io.agencyos.application.shared.RandomSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What came in from outside, encrypted with a key of its own. Source: api 10.1 step 5. */
public final class SealedPayloads implements PayloadSeal {

    private static final String PURPOSE = "inbound-payload-encryption/1";

    private final SecretBox box;

    private SealedPayloads(SecretBox box) {
        this.box = box;
    }

    public static SealedPayloads on(InstallationSecret secret, RandomSource random) {
        return new SealedPayloads(new SecretBox(secret, PURPOSE, random));
    }

    @Override
    public byte[] seal(byte[] plain, String place) {
        String text = Base64.getEncoder().encodeToString(plain);
        return box.seal(text, place).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
        return Base64.getDecoder().decode(box.open(new String(sealed, StandardCharsets.US_ASCII), place));
    }
}
