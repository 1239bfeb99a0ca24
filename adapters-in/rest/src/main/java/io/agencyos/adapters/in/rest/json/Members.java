package io.agencyos.adapters.in.rest.json;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of JSON members: the record component's name in lower snake case. Source: api 1.1. */
public final class Members {

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Members() {}

    /** {@code hasMore} is {@code has_more}; a name that has no capitals stays as it is. */
    public static String of(String component) {
        return HUMP.matcher(component).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
