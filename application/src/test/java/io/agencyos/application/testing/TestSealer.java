package io.agencyos.application.testing;

import io.agencyos.application.platform.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Seals well enough for a test: nothing can be read as it was, and only the same place opens it. */
public final class TestSealer implements Sealer {

    private static final String LEAD = "v1:test:";

    @Override
    public String seal(String plain, String place) {
        String turned = new StringBuilder(plain).reverse().toString();
        return LEAD + encoded(place) + ":" + encoded(turned);
    }

    @Override
    public String open(String sealed, String place) {
        String expected = LEAD + encoded(place) + ":";
        if (!sealed.startsWith(expected)) {
            throw new IllegalStateException("not sealed for " + place);
        }
        byte[] turned = Base64.getUrlDecoder().decode(sealed.substring(expected.length()));
        return new StringBuilder(new String(turned, StandardCharsets.UTF_8))
                .reverse()
                .toString();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
