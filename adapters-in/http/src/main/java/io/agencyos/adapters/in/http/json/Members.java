package io.agencyos.adapters.in.http.json;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of JSON members: the record component's name in lower snake case. Source: api 1.1. */
public final class Members {

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Members() {}

    /** {@code hasMore} is {@code has_more}; {@code new_} is {@code new}, which Java has for itself. */
    public static String of(String component) {
        String name = component.endsWith("_") ? component.substring(0, component.length() - 1) : component;
        return HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
