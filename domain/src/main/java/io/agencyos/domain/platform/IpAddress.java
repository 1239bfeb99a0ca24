package io.agencyos.domain.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A caller's address, IPv4 in dotted or IPv6 in full form of eight groups. An IPv4 address that is mapped into IPv6 is
 * the IPv4 address. Names and zones are refused.
 */
public record IpAddress(String text) {

    private static final int NUMBERS = 4;
    private static final int DIGITS = 3;
    private static final int HIGHEST = 255;
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");
    private static final String MAPPED = "::ffff:";
    private static final int GROUPS = 8;
    private static final int GROUPS_OF_A_NETWORK = 4;

    /** Only for text that is already normal; everything else goes through {@link #parse}. */
    public IpAddress {
        if (normal(text).filter(text::equals).isEmpty()) {
            throw new IllegalArgumentException("not a normalised IP address");
        }
    }

    /** Empty for what is no address. */
    public static Optional<IpAddress> parse(String text) {
        return normal(text.strip().toLowerCase(Locale.ROOT)).map(IpAddress::new);
    }

    /** The network that failed sign-ins are counted by: /24 or /64. Source: api 2. */
    public String network() {
        if (text.indexOf(':') < 0) {
            return text.substring(0, text.lastIndexOf('.')) + ".0/24";
        }
        List<String> groups = List.of(text.split(":"));
        return String.join(":", groups.subList(0, GROUPS_OF_A_NETWORK)) + "::/64";
    }

    /** Its four or sixteen bytes. */
    public byte[] bytes() {
        boolean v4 = text.indexOf(':') < 0;
        String[] parts = text.split(v4 ? "\\." : ":");
        byte[] bytes = new byte[v4 ? parts.length : 2 * parts.length];
        for (int i = 0; i < parts.length; i++) {
            int value = Integer.parseInt(parts[i], v4 ? 10 : 16);
            if (v4) {
                bytes[i] = (byte) value;
            } else {
                bytes[2 * i] = (byte) (value >> Byte.SIZE);
                bytes[2 * i + 1] = (byte) value;
            }
        }
        return bytes;
    }

    /** The address of four or sixteen bytes. */
    public static IpAddress of(byte[] bytes) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += bytes.length == 4 ? 1 : 2) {
            int high = Byte.toUnsignedInt(bytes[i]);
            parts.add(
                    bytes.length == 4
                            ? Integer.toString(high)
                            : Integer.toHexString(high << Byte.SIZE | Byte.toUnsignedInt(bytes[i + 1])));
        }
        return parse(String.join(bytes.length == 4 ? "." : ":", parts)).orElseThrow();
    }

    /** Whether it is this machine speaking to itself. */
    public boolean isLoopback() {
        return text.startsWith("127.") || text.equals("0:0:0:0:0:0:0:1");
    }

    private static Optional<String> normal(String text) {
        String plain = text.startsWith(MAPPED) && text.indexOf('.') > 0 ? text.substring(MAPPED.length()) : text;
        return plain.indexOf(':') < 0 ? v4(plain) : v6(plain);
    }

    /** Without a pattern, because every request has an address. */
    private static Optional<String> v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != NUMBERS) {
            return Optional.empty();
        }
        StringJoiner numbers = new StringJoiner(".");
        for (String part : parts) {
            if (part.isEmpty() || part.length() > DIGITS || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            int number = Integer.parseInt(part);
            if (number > HIGHEST) {
                return Optional.empty();
            }
            numbers.add(Integer.toString(number));
        }
        return Optional.of(numbers.toString());
    }

    private static Optional<String> v6(String text) {
        int gap = text.indexOf("::");
        List<String> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<String> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add("0");
        }
        all.addAll(tail);
        if (!all.stream().allMatch(group -> GROUP.matcher(group).matches())) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                ":",
                all.stream()
                        .map(group -> Integer.toHexString(Integer.parseInt(group, 16)))
                        .toList()));
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    @Override
    public String toString() {
        return text;
    }
}
