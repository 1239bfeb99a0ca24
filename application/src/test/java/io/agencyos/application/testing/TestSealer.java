package io.agencyos.application.testing;

import io.agencyos.application.platform.SealedPlace;
import io.agencyos.application.platform.Sealer;
import io.agencyos.domain.shared.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** Seals well enough for a test: nothing can be read as it was, and only the same place opens it, unchanged. */
public final class TestSealer implements Sealer {

    private static final String KEY = "00000000-0000-0000-0000-000000000000";
    private static final int PROOF = 16;

    private static final AtomicLong LAST = new AtomicLong();

    @Override
    public String seal(byte[] plain, SealedPlace place) {
        String nonce = "%016d".formatted(LAST.incrementAndGet());
        byte[] sealed = Arrays.copyOf(proof(plain, nonce, place), PROOF + plain.length);
        System.arraycopy(turned(plain), 0, sealed, PROOF, plain.length);
        return "v1:" + KEY + ":" + nonce + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public byte[] open(String sealed, SealedPlace place) {
        String[] parts = sealed.split(":");
        if (parts.length == 4 && parts[0].equals("v1") && parts[1].equals(KEY)) {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[3]);
            byte[] plain = turned(Arrays.copyOfRange(bytes, PROOF, Math.max(PROOF, bytes.length)));
            if (Arrays.equals(proof(plain, parts[2], place), Arrays.copyOf(bytes, PROOF))) {
                return plain;
            }
        }
        throw new IllegalStateException("not sealed for " + place.text());
    }

    private static byte[] proof(byte[] plain, String nonce, SealedPlace place) {
        String all = nonce + place.text() + new String(plain, StandardCharsets.ISO_8859_1);
        return Digests.sha256Hex(all).substring(0, PROOF).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
        }
        return turned;
    }
}
