package io.agencyos.application.shared;

import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.contact.PublicSuffixes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The public-suffix list that is shipped with the product (Mozilla Public License 2.0, unchanged; to refresh it, replace
 * the file). It is read here because the domain reads no files. Source: data model 3, {@code domain_key}.
 */
public final class PublishedSuffixes {

    private static final String FILE = "public_suffix_list.dat";

    private PublishedSuffixes() {}

    /** The list, which is read once: ten thousand rules take some fifty milliseconds. */
    public static PublicSuffixes read() {
        return Held.LIST;
    }

    private static PublicSuffixes readFile() {
        try (InputStream in = PublishedSuffixes.class.getResourceAsStream(FILE)) {
            byte[] list = Objects.requireNonNull(in, FILE + " is missing from the jar")
                    .readAllBytes();
            return PublicSuffixes.parse(new String(list, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
    }

    private static final class Held {

        static final PublicSuffixes LIST = readFile();
    }

    /** The keys of the shipped list and the specification's free-mail domains. */
    public static IdentityKeys identityKeys() {
        return identityKeys(FreeMailDomains.standard());
    }

    /** The keys of the shipped list and of these free-mail domains. */
    public static IdentityKeys identityKeys(FreeMailDomains freeMail) {
        return new IdentityKeys(read(), freeMail);
    }
}
