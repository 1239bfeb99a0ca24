package io.agencyos.application.testing;

import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.domain.shared.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Seals well enough for a test: nothing can be read as it was, only the same place opens it, a change is seen, and nothing
 * looks the same twice.
 */
public final class TestSealer implements Sealer {

    private static final String LEAD = "v1:test:";
    private static final int SEAL = 16;
    private static final AtomicLong NONCES = new AtomicLong();

    @Override
    public String seal(byte[] plain, SealedPlace place) {
        String nonce = Long.toString(NONCES.incrementAndGet());
        byte[] turned = turned(plain);
        byte[] whole = Arrays.copyOf(mark(turned, place, nonce), SEAL + turned.length);
        System.arraycopy(turned, 0, whole, SEAL, turned.length);
        return LEAD + nonce + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    @Override
    public byte[] open(String sealed, SealedPlace place) {
        String[] parts =
                sealed.startsWith(LEAD) ? sealed.substring(LEAD.length()).split(":") : new String[0];
        byte[] whole = parts.length == 2 ? Base64.getUrlDecoder().decode(parts[1]) : new byte[0];
        byte[] turned = whole.length < SEAL ? new byte[0] : Arrays.copyOfRange(whole, SEAL, whole.length);
        if (parts.length != 2 || !Arrays.equals(mark(turned, place, parts[0]), Arrays.copyOf(whole, SEAL))) {
            throw new IllegalStateException("not sealed for " + place.text());
        }
        return turned(turned);
    }

    private static byte[] mark(byte[] turned, SealedPlace place, String nonce) {
        String about = place.text() + "|" + nonce + "|" + Base64.getEncoder().encodeToString(turned);
        return Digests.sha256Hex(about).substring(0, SEAL).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
        }
        return turned;
    }
}
