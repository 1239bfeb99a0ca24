package io.agencyos.application.client.access;

import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key: {@code aos_{live|test}_{base62 client id}_{8 characters}_{43 characters}}, so that the tenant is
 * known before anything is looked up. Source: api 2.
 */
final class KeyText {

    static final String LEAD = "aos_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final Pattern FORM =
            Pattern.compile("aos_(?:live|test)_([0-9A-Za-z]{1,22})_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}");
    private static final int NAMED = 8;
    private static final int SECRET = 43;
    private static final int BITS_OF_AN_ID = 128;

    private KeyText() {}

    /** A new text, and how it begins. */
    record Made(SecretText text, String prefix) {}

    static Made make(ClientId client, ClientMode mode, RandomSource random) {
        String prefix = LEAD + mode.wire() + "_" + base62(client) + "_" + letters(NAMED, random);
        return new Made(new SecretText(prefix + "_" + letters(SECRET, random)), prefix);
    }

    /** The live client that a text names; empty for what is no key. */
    static Optional<ClientId> client(SecretText text) {
        Matcher form = FORM.matcher(text.reveal());
        return form.matches() ? id(form.group(1)) : Optional.empty();
    }

    private static String base62(ClientId client) {
        UUID id = client.value();
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        BigInteger rest = new BigInteger(1, bytes);
        StringBuilder text = new StringBuilder();
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }

    private static Optional<ClientId> id(String base62) {
        BigInteger value = BigInteger.ZERO;
        for (char digit : base62.toCharArray()) {
            value = value.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(digit)));
        }
        return value.bitLength() > BITS_OF_AN_ID
                ? Optional.empty()
                : Optional.of(new ClientId(new UUID(value.shiftRight(Long.SIZE).longValue(), value.longValue())));
    }

    /** Evenly chosen: a byte beyond the last full round of the digits is thrown away. */
    private static String letters(int length, RandomSource random) {
        int fair = 256 / DIGITS.length() * DIGITS.length();
        StringBuilder text = new StringBuilder();
        byte[] one = new byte[1];
        while (text.length() < length) {
            random.nextBytes(one);
            int value = Byte.toUnsignedInt(one[0]);
            if (value < fair) {
                text.append(DIGITS.charAt(value % DIGITS.length()));
            }
        }
        return text.toString();
    }
}
