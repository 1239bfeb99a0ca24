package io.agencyos.domain.client.identity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Codes that a person's device and we compute from one seed and the time: RFC 6238 with SHA-1, six digits and steps of 30
 * seconds; a code is good one step before and after its own. Source: api 2.
 */
public final class Totp {

    /** Bytes of a seed. */
    public static final int SEED_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int BLOCK = 64;
    private static final int DIGITS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Totp() {}

    /** The code of a step. */
    public static String code(byte[] seed, long step) {
        byte[] mac = hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % DIGITS);
    }

    public static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The step whose code this is, among those that are good now and were not used before. */
    public static OptionalLong matching(byte[] seed, String code, Instant now, long lastUsed) {
        long current = step(now);
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > lastUsed && code(seed, step).equals(code))
                .findFirst();
    }

    /** The seed as devices take it. */
    public static String base32(byte[] seed) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : seed) {
            held = held << Byte.SIZE | one & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(BASE32.charAt(held >> bits & 0x1f));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt(held << (BITS - bits) & 0x1f)).toString();
    }

    /** RFC 2104; seeds are shorter than a block. */
    private static byte[] hmac(byte[] key, byte[] message) {
        byte[] inner = new byte[BLOCK];
        byte[] outer = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int one = i < key.length ? key[i] : 0;
            inner[i] = (byte) (one ^ 0x36);
            outer[i] = (byte) (one ^ 0x5c);
        }
        return sha1(outer, sha1(inner, message));
    }

    private static byte[] sha1(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }
}
