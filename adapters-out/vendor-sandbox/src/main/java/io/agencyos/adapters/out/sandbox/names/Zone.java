package io.agencyos.adapters.out.sandbox.names;

import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of every name. A sending domain is as a careful owner leaves it, until its texts are set otherwise: it names who may
 * send, has one key under {@code s1}, as long as keys are, and a policy.
 */
public final class Zone {

    /** Under which every domain has its key. */
    public static final String SELECTOR = "s1";

    private static final String KEYS = "_domainkey";
    private static final Pattern PLACE =
            Pattern.compile("(?:(_dmarc|_domainkey|s1\\._domainkey)\\.)?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)");
    private static final List<String> SENDERS = List.of("v=spf1 include:_spf.sandbox.example ~all");
    private static final List<String> POLICY = List.of("v=DMARC1; p=none");
    private static final List<String> KEY =
            List.of("v=DKIM1; k=rsa; p=" + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A".repeat(12));

    private final Map<String, Optional<List<String>>> set = new ConcurrentHashMap<>();
    private volatile boolean silent;

    public void register(Router router) {
        router.write("PUT", "/_sandbox/names/{name}", request -> {
            publish(request.path("name"), request.body().texts("texts"));
            return Response.noContent();
        });
        router.write("DELETE", "/_sandbox/names/{name}", request -> {
            remove(request.path("name"));
            return Response.noContent();
        });
    }

    /** From now on the name has these texts. */
    public void publish(String name, List<String> texts) {
        set.put(name.toLowerCase(Locale.ROOT), Optional.of(List.copyOf(texts)));
    }

    /** From now on there is no such name. */
    public void remove(String name) {
        set.put(name.toLowerCase(Locale.ROOT), Optional.empty());
    }

    /** Whether questions stay without any answer. */
    public void silent(boolean now) {
        silent = now;
    }

    boolean isSilent() {
        return silent;
    }

    /** Empty where there is no such name; an empty list where it has no text. */
    Optional<List<String>> texts(String asked) {
        String name = asked.toLowerCase(Locale.ROOT);
        Optional<List<String>> own = set.get(name);
        if (own != null) {
            return own;
        }
        Matcher place = PLACE.matcher(name);
        if (!place.matches()) {
            return Optional.empty();
        }
        return switch (place.group(1)) {
            case null -> Optional.of(SENDERS);
            case "_dmarc" -> Optional.of(POLICY);
            case SELECTOR + "." + KEYS -> Optional.of(KEY);
            case String above -> Optional.of(List.of());
        };
    }
}
