package io.agencyos.domain.platform.webhook;

import io.agencyos.domain.shared.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What signs the requests to an endpoint, after Standard Webhooks: HMAC-SHA-256 over {@code id.timestamp.body}. Source:
 * api 11.2.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in Base64
 */
public record WebhookSecret(SecretText text) {

    private static final String LEAD = "whsec_";
    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int SHOWN = 4;

    public WebhookSecret {
        if (bytes(text.reveal()).isEmpty()) {
            throw new IllegalArgumentException("not a webhook secret");
        }
    }

    /** Empty for what is no secret of this form. */
    public static Optional<WebhookSecret> parse(SecretText text) {
        return bytes(text.reveal()).map(bytes -> new WebhookSecret(text));
    }

    /** The secret of these bytes. */
    public static WebhookSecret of(byte[] bytes) {
        return new WebhookSecret(new SecretText(LEAD + Base64.getEncoder().encodeToString(bytes)));
    }

    private static Optional<byte[]> bytes(String text) {
        if (!text.startsWith(LEAD)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(LEAD.length()));
            return bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The signature of the exact bytes that are sent, as {@code v1,} and Base64. */
    public String sign(String id, long timestamp, String body) {
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(hmac(signed));
    }

    /** HMAC after RFC 2104; no key here is longer than a block of SHA-256. */
    private byte[] hmac(byte[] message) {
        byte[] key = bytes(text.reveal()).orElseThrow();
        MessageDigest digest = sha256();
        digest.update(padded(key, INNER));
        byte[] inner = digest.digest(message);
        digest.update(padded(key, OUTER));
        return digest.digest(inner);
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The end of it, to be recognised by. */
    public String last4() {
        String whole = text.reveal();
        return whole.substring(whole.length() - SHOWN);
    }
}
