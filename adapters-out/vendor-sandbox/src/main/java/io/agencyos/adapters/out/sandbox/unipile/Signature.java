package io.agencyos.adapters.out.sandbox.unipile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How events of the second dialect are signed. */
final class Signature {

    private static final String SHA256 = "HmacSHA256";

    private Signature() {}

    static String of(String secret, long second, String body) {
        try {
            Mac mac = Mac.getInstance(SHA256);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), SHA256));
            byte[] proof = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + second + ",v0=" + HexFormat.of().formatHex(proof);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
