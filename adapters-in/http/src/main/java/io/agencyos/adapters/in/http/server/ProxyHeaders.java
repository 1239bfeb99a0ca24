package io.agencyos.adapters.in.http.server;

import io.agencyos.domain.platform.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says of the request that it passes on, in {@code Forwarded} (RFC 7239) or {@code X-Forwarded-*}; only the last
 * hop is read, which is the proxy's own word. To be asked of listed proxies alone. Source: api 1.8.
 */
record ProxyHeaders(
        @Nullable String forwarded,
        @Nullable String forwardedFor,
        @Nullable String forwardedProto) {

    /** Whether it says nothing of who sent the request: then the request is the peer's own. */
    boolean isSilent() {
        return forwarded == null && forwardedFor == null;
    }

    /**
     * Who sent it. Where both headers name somebody and not the same, nobody is named: a proxy writes one of them and passes
     * the other on unread, as anybody sent it.
     */
    Optional<IpAddress> sender() {
        Optional<IpAddress> standard = parameter("for").flatMap(ProxyHeaders::node);
        Optional<IpAddress> usual = lastOf(forwardedFor, ',').flatMap(ProxyHeaders::node);
        if (standard.isPresent() && usual.isPresent()) {
            return standard.equals(usual) ? standard : Optional.empty();
        }
        return standard.or(() -> usual);
    }

    /** Whether it says that the request came to it unencrypted; where both headers tell, one of them is enough. */
    boolean isPlain() {
        return parameter("proto").filter("http"::equalsIgnoreCase).isPresent()
                || lastOf(forwardedProto, ',').filter("http"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> parameter(String name) {
        return lastOf(forwarded, ',').stream()
                .flatMap(hop -> parts(hop, ';').stream())
                .filter(pair -> pair.strip().toLowerCase(Locale.ROOT).startsWith(name + "="))
                .map(pair -> pair.strip().substring(name.length() + 1).strip())
                .map(value -> value.startsWith("\"") && value.endsWith("\"") && value.length() > 1
                        ? value.substring(1, value.length() - 1)
                        : value)
                .findFirst();
    }

    private static Optional<String> lastOf(@Nullable String header, char separator) {
        return Optional.ofNullable(header)
                .map(text -> parts(text, separator).getLast().strip())
                .filter(last -> !last.isEmpty());
    }

    /** Cut at the separator, but not within quotes. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                quoted = !quoted;
            } else if (text.charAt(at) == separator && !quoted) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** An address, of IPv6 perhaps in brackets, perhaps with a port; {@code unknown} and hidden names are nobody. */
    private static Optional<IpAddress> node(String text) {
        String bare = text;
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            bare = end < 0 ? text : text.substring(1, end);
        } else if (text.indexOf(':') == text.lastIndexOf(':') && text.indexOf(':') > 0) {
            bare = text.substring(0, text.indexOf(':'));
        }
        return IpAddress.parse(bare);
    }
}
