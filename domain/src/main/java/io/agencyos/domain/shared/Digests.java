package io.agencyos.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of text in UTF-8, for keys that are derived and never kept secret. */
public final class Digests {

    /** Never fed, only copied: looking the algorithm up costs more than a short text takes. */
    private static final MessageDigest SHA_256 = made();

    private Digests() {}

    /** The 32 bytes. */
    public static byte[] sha256(String text) {
        return empty().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest empty() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException fromElsewhere) {
            return made();
        }
    }

    private static MessageDigest made() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The same as 64 lower-case hexadecimal digits. */
    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }
}
