package io.agencyos.domain.resource;

import org.jspecify.annotations.Nullable;

/**
 * Where a resource of the platform comes from.
 *
 * @param provider the vendor's name as configured, never interpreted here
 * @param ref the vendor's id of it, null while it has none
 * @param name as staff call it
 */
public record ResourceSource(
        String provider, @Nullable String ref, @Nullable String name) {}
