package io.agencyos.adapters.out.salesforge;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code t=<unix seconds>,v1=<hex>}, where several v1 may stand. Signed is {@code eventId.t.body} under the whole secret
 * with its prefix. Source: salesforge 8.
 */
record HookSignature(long t, List<String> v1) {

    static Optional<HookSignature> parse(String header) {
        long t = -1;
        List<String> hashes = new ArrayList<>();
        for (String part : header.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t") && pair[1].matches("\\d{1,12}")) {
                t = Long.parseLong(pair[1]);
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                hashes.add(pair[1]);
            }
        }
        return t < 0 || hashes.isEmpty() ? Optional.empty() : Optional.of(new HookSignature(t, hashes));
    }

    boolean fits(String eventId, byte[] body, List<String> secrets) {
        boolean fits = false;
        for (String secret : secrets) {
            byte[] expected = hex(secret, eventId, body).getBytes(StandardCharsets.US_ASCII);
            for (String given : v1) {
                fits |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return fits;
    }

    private String hex(String secret, String eventId, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((eventId + "." + t + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
