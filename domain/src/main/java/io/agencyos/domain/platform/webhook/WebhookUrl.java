package io.agencyos.domain.platform.webhook;

import io.agencyos.domain.platform.IpAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where events may be sent: {@code https} on port 443 or 8443, no credentials, no fragment, and no address that is
 * written out and not public. What a name leads to is looked at when a request is sent. Source: api 11.3.
 */
public record WebhookUrl(URI uri) {

    private static final int LONGEST = 2_000;
    private static final int DEFAULT_PORT = 443;
    private static final Set<Integer> PORTS = Set.of(-1, DEFAULT_PORT, 8443);
    private static final Pattern NAME =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final Set<String> NEVER = Set.of("localhost", "local", "internal", "home.arpa", "localdomain");

    /** Empty for what no event is sent to. */
    public static Optional<WebhookUrl> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.strip()).normalize();
            return isPermitted(uri) ? Optional.of(new WebhookUrl(uri)) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isPermitted(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && PORTS.contains(uri.getPort())
                && uri.getHost() != null
                && isPublicHost(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean isPublicHost(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Optional<IpAddress> address = IpAddress.parse(bare);
        if (address.isPresent()) {
            return PublicAddress.isPublic(address.get());
        }
        return NAME.matcher(bare).matches()
                && NEVER.stream().noneMatch(name -> bare.equals(name) || bare.endsWith("." + name));
    }

    /** The name or address to connect to. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    }
}
