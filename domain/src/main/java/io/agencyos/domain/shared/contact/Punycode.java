package io.agencyos.domain.shared.contact;

/**
 * Encoding of a Unicode label in ASCII (RFC 3492). Own code because the JDK's {@code java.net.IDN} follows IDNA2003,
 * which turns {@code ß} into {@code ss} and thereby names another domain than today's registries and mail servers.
 */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    private Punycode() {}

    /** {@code label} itself when it is ASCII, else its {@code xn--} form. Labels are at most 63 code points long. */
    static String toAscii(String label) {
        if (label.chars().allMatch(c -> c < INITIAL_N)) {
            return label;
        }
        int[] input = label.codePoints().toArray();
        var out = new StringBuilder("xn--");
        int basic = 0;
        for (int c : input) {
            if (c < INITIAL_N) {
                out.append((char) c);
                basic++;
            }
        }
        if (basic > 0) {
            out.append('-');
        }
        encodeRest(input, basic, out);
        return out.toString();
    }

    private static void encodeRest(int[] input, int basic, StringBuilder out) {
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        int handled = basic;
        while (handled < input.length) {
            int next = smallestFrom(n, input);
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : input) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    appendVariableLength(delta, bias, out);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
    }

    private static int smallestFrom(int n, int[] input) {
        int smallest = Integer.MAX_VALUE;
        for (int c : input) {
            if (c >= n && c < smallest) {
                smallest = c;
            }
        }
        return smallest;
    }

    private static void appendVariableLength(int delta, int bias, StringBuilder out) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = Math.clamp(k - bias, T_MIN, T_MAX);
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    private static int adapt(int delta, int points, boolean first) {
        int d = first ? delta / DAMP : delta / 2;
        d += d / points;
        int k = 0;
        while (d > ((BASE - T_MIN) * T_MAX) / 2) {
            d /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * d / (d + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
