package io.agencyos.domain.resource;

import io.agencyos.domain.shared.id.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource of the platform comes from.
 *
 * @param provider the vendor's name as configured, never interpreted here
 * @param ref the vendor's id of it, null while it has none
 * @param name as staff call it
 * @param account in whose own account at the vendor it stands, and who alone may use it; null for the platform's
 */
public record ResourceSource(
        String provider,
        @Nullable String ref,
        @Nullable String name,
        @Nullable ClientId account) {

    /** Something of the platform's own. */
    public ResourceSource(String provider, @Nullable String ref, @Nullable String name) {
        this(provider, ref, name, null);
    }

    /** What was bought in a client's own account. */
    public static ResourceSource inAccountOf(ClientId client, String provider) {
        return new ResourceSource(provider, null, null, client);
    }

    ResourceSource called(String other) {
        return new ResourceSource(provider, ref, other, account);
    }
}
