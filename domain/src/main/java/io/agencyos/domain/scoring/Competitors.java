package io.agencyos.domain.scoring;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client's competitors by domain, each with all its subdomains. Source: scoring ALS-5. */
final class Competitors {

    private static final int LONGEST_DOMAIN = 253;

    private final Set<String> domains = new HashSet<>();

    Competitors(Collection<String> domains) {
        for (String domain : domains) {
            String plain = plain(domain);
            if (!plain.isEmpty()) {
                this.domains.add(plain);
            }
        }
    }

    boolean include(@Nullable String domain) {
        if (domain == null || domains.isEmpty() || domain.length() > LONGEST_DOMAIN) {
            return false;
        }
        String plain = plain(domain);
        for (int at = 0; at >= 0; ) {
            if (domains.contains(plain.substring(at))) {
                return true;
            }
            int dot = plain.indexOf('.', at);
            at = dot < 0 ? -1 : dot + 1;
        }
        return false;
    }

    private static String plain(String domain) {
        String lowered = domain.strip().toLowerCase(Locale.ROOT);
        return lowered.startsWith("www.") ? lowered.substring(4) : lowered;
    }
}
