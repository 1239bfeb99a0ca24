package io.agencyos.domain.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Chooses without chance: the same words always choose the same. Source: content 0, E-1. */
public final class DeterministicPick {

    private DeterministicPick() {}

    /** A number from 0 to {@code count} - 1: the first four bytes of the SHA-256 of {@code seed}, modulo count. */
    public static int pick(String seed, int count) {
        return (int) (number(seed) % count);
    }

    /** The first four bytes of the SHA-256 of the UTF-8 of {@code seed} as an unsigned number. */
    public static long number(String seed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
