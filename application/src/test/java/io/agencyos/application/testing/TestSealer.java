package io.agencyos.application.testing;

import io.agencyos.application.platform.SealedPlace;
import io.agencyos.application.platform.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Seals well enough for a test: nothing can be read as it was, and only the same place opens it. */
public final class TestSealer implements Sealer {

    private static final String LEAD = "v1:test:";

    @Override
    public String seal(byte[] plain, SealedPlace place) {
        return lead(place) + encoded(turned(plain));
    }

    @Override
    public byte[] open(String sealed, SealedPlace place) {
        if (!sealed.startsWith(lead(place))) {
            throw new IllegalStateException("not sealed for " + place.text());
        }
        return turned(Base64.getUrlDecoder().decode(sealed.substring(lead(place).length())));
    }

    private static String lead(SealedPlace place) {
        return LEAD + encoded(place.text().getBytes(StandardCharsets.UTF_8)) + ":";
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
        }
        return turned;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
