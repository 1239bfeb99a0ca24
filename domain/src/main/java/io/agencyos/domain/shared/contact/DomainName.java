package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host name as the product stores it: lower case, international labels in punycode, at least two labels, no scheme,
 * port, path or trailing dot, never an IP address. Which part of it identifies a company is told by
 * {@link PublicSuffixes}. Source: data model 3, {@code domain_key}; api 1.1.
 */
public record DomainName(String value) {

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;
    private static final Pattern ASCII_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern UNICODE_LABEL =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}\\p{M}-]*[\\p{L}\\p{N}\\p{M}])?");
    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]{2,}|xn--[a-z0-9-]+");
    private static final Pattern DOT_LIKE = Pattern.compile("[\\u3002\\uFF0E\\uFF61]");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");

    /** Only for text that is already normal; everything else goes through {@link #parse}. */
    public DomainName {
        if (!isPlain(value) && !normalise(value).filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("not a normalised domain name");
        }
    }

    /** Reads a host name or a URL: {@code https://www.Shop.Example.com.au/x} is {@code www.shop.example.com.au}. */
    public static Result<DomainName, InputProblem> parse(String text) {
        return ofHost(hostOf(text.strip()));
    }

    /** Reads a bare host; unlike {@link #parse}, a scheme, path or port is refused. */
    static Result<DomainName, InputProblem> ofHost(String host) {
        return normalise(host)
                .<Result<DomainName, InputProblem>>map(name -> Result.ok(new DomainName(name)))
                .orElseGet(() -> Result.err(
                        InputProblem.domain("A domain is a name with at least two parts, such as example.com.au.")));
    }

    /** True for this name and every name below it, on a label boundary (outreach 6.2). */
    public boolean covers(DomainName other) {
        return other.value.equals(value) || other.value.endsWith("." + value);
    }

    /** The name without a leading {@code www} label, as the API shows a company's domain (api 1.1). */
    public DomainName withoutWww() {
        return value.startsWith("www.") && value.indexOf('.', 4) > 0 ? new DomainName(value.substring(4)) : this;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String hostOf(String text) {
        String rest = SCHEME.matcher(text).replaceFirst("");
        rest = rest.startsWith("//") ? rest.substring(2) : rest;
        rest = rest.substring(0, endOfHost(rest));
        rest = rest.substring(rest.lastIndexOf('@') + 1);
        int port = rest.lastIndexOf(':');
        boolean hasPort = port >= 0 && rest.substring(port + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return hasPort ? rest.substring(0, port) : rest;
    }

    private static int endOfHost(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '/' || c == '?' || c == '#' || c == '\\') {
                return i;
            }
        }
        return rest.length();
    }

    /** Nearly every name there is: lower-case ASCII labels, none in punycode. It is normal as it stands. */
    private static boolean isPlain(String host) {
        int start = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.') {
                if (!isPlainLabel(host, start, i)) {
                    return false;
                }
                start = i + 1;
            } else if (!isLetter(c) && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return start > 0
                && host.length() <= MAX_LENGTH
                && host.length() - start >= 2
                && isPlainLabel(host, start, host.length())
                && isWord(host, start);
    }

    private static boolean isWord(String host, int start) {
        for (int i = start; i < host.length(); i++) {
            if (!isLetter(host.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainLabel(String host, int start, int end) {
        return end > start
                && end - start <= MAX_LABEL
                && host.charAt(start) != '-'
                && host.charAt(end - 1) != '-'
                && !host.startsWith("xn--", start);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static Optional<String> normalise(String host) {
        if (isPlain(host)) {
            return Optional.of(host);
        }
        if (host.length() > MAX_LENGTH + 1) {
            return Optional.empty();
        }
        String unified = DOT_LIKE.matcher(host).replaceAll(".");
        String folded = Normalizer.normalize(unified, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String name = Normalizer.normalize(folded, Normalizer.Form.NFC);
        String[] labels = (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).split("\\.", -1);
        if (labels.length < 2 || !Arrays.stream(labels).allMatch(DomainName::isLabel)) {
            return Optional.empty();
        }
        String ascii =
                String.join(".", Arrays.stream(labels).map(Punycode::toAscii).toList());
        return Optional.of(ascii).filter(DomainName::fits);
    }

    private static boolean isLabel(String label) {
        return label.length() <= MAX_LABEL
                && (ASCII_LABEL.matcher(label).matches()
                        || UNICODE_LABEL.matcher(label).matches());
    }

    private static boolean fits(String ascii) {
        String[] labels = ascii.split("\\.", -1);
        return ascii.length() <= MAX_LENGTH
                && Arrays.stream(labels).allMatch(label -> label.length() <= MAX_LABEL)
                && TOP_LEVEL.matcher(labels[labels.length - 1]).matches();
    }
}
