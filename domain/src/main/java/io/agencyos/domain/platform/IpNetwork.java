package io.agencyos.domain.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike.
 *
 * @param base its first address
 * @param bits how many leading bits they share, 0 to 32 for IPv4, to 128 for IPv6
 */
public record IpNetwork(IpAddress base, int bits) {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]{2,45})/([0-9]{1,3})");

    /** The base is brought to the first address. */
    public IpNetwork {
        if (bits < 0 || bits > base.bytes().length * Byte.SIZE) {
            throw new IllegalArgumentException("an address has not so many bits: " + bits);
        }
        byte[] first = base.bytes();
        for (int bit = bits; bit < first.length * Byte.SIZE; bit++) {
            first[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        base = IpAddress.of(first);
    }

    /** Reads {@code address/bits}; an address alone is a network of one. */
    public static Optional<IpNetwork> parse(String text) {
        Matcher cidr = CIDR.matcher(text.strip());
        if (!cidr.matches()) {
            return IpAddress.parse(text).map(one -> new IpNetwork(one, one.bytes().length * Byte.SIZE));
        }
        int bits = Integer.parseInt(cidr.group(2));
        return IpAddress.parse(cidr.group(1))
                .filter(base -> bits <= base.bytes().length * Byte.SIZE)
                .map(base -> new IpNetwork(base, bits));
    }

    public boolean contains(IpAddress address) {
        byte[] mine = base.bytes();
        byte[] other = address.bytes();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    public String text() {
        return base.text() + "/" + bits;
    }
}
