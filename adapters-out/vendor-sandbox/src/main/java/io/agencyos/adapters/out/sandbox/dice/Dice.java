package io.agencyos.adapters.out.sandbox.dice;

import java.util.List;

/**
 * Chance without a stream: every draw is a hash of the seed and of what it is about, so the same seed gives the same
 * history whatever the order in which threads ask.
 */
public record Dice(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int MILLION = 1_000_000;

    /** A 64-bit hash of the seed and the keys, uniform over all longs. */
    public long hash(Object... keys) {
        long hash = mix(seed + GOLDEN);
        for (Object key : keys) {
            String text = key.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            }
            hash = mix(hash + GOLDEN);
        }
        return hash;
    }

    /** A number from 0 to 999,999. */
    public int perMillion(Object... keys) {
        return (int) Long.remainderUnsigned(hash(keys), MILLION);
    }

    /** Whether an event of the given odds (per million) happens. */
    public boolean hits(int odds, Object... keys) {
        return perMillion(keys) < odds;
    }

    /** A whole number from low to high, both included. */
    public int between(int low, int high, Object... keys) {
        return low + (int) Long.remainderUnsigned(hash(keys), high - low + 1L);
    }

    /** One of the options, each equally likely. */
    public <T> T pick(List<T> options, Object... keys) {
        return options.get(between(0, options.size() - 1, keys));
    }

    /** A thirteen-character name for a thing, the same for the same keys. */
    public String id(Object... keys) {
        String digits = Long.toUnsignedString(hash(keys), 36);
        return "0".repeat(Math.max(0, 13 - digits.length())) + digits;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
