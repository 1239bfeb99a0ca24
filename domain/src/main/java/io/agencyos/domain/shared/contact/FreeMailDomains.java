package io.agencyos.domain.shared.contact;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Providers whose addresses say nothing about an employer, so that their domain is never a company and never a
 * suppression key. Extensible by an administrator. Source: content 1 (free-mail domain), data model 3.
 */
@FunctionalInterface
public interface FreeMailDomains {

    /**
     * True for a listed name and everything below it. Asked of the whole host, not of the registrable domain:
     * {@code internode.on.net} is listed, {@code on.net} is not.
     */
    boolean contains(DomainName host);

    /** The list of the specification. */
    static Listed standard() {
        return Listed.STANDARD;
    }

    /** A list that does not change. */
    record Listed(Set<DomainName> names) implements FreeMailDomains {

        private static final List<String> PUBLISHED = List.of(
                "gmail.com",
                "googlemail.com",
                "outlook.com",
                "outlook.com.au",
                "hotmail.com",
                "hotmail.com.au",
                "live.com",
                "live.com.au",
                "msn.com",
                "yahoo.com",
                "yahoo.com.au",
                "ymail.com",
                "icloud.com",
                "me.com",
                "mac.com",
                "aol.com",
                "proton.me",
                "protonmail.com",
                "gmx.com",
                "zoho.com",
                "bigpond.com",
                "bigpond.net.au",
                "optusnet.com.au",
                "iinet.net.au",
                "tpg.com.au",
                "internode.on.net",
                "dodo.com.au",
                "westnet.com.au",
                "adam.com.au");

        private static final Listed STANDARD =
                new Listed(PUBLISHED.stream().map(DomainName::new).collect(Collectors.toUnmodifiableSet()));

        /** A copy, so that later changes to the argument change nothing. */
        public Listed {
            names = Set.copyOf(names);
        }

        /** This list and {@code more}. */
        public Listed with(Collection<DomainName> more) {
            var all = new HashSet<>(names);
            all.addAll(more);
            return new Listed(all);
        }

        @Override
        public boolean contains(DomainName host) {
            String rest = host.value();
            while (rest.indexOf('.') > 0) {
                if (names.contains(new DomainName(rest))) {
                    return true;
                }
                rest = rest.substring(rest.indexOf('.') + 1);
            }
            return false;
        }
    }
}
