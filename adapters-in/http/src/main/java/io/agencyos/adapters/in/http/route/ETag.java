package io.agencyos.adapters.in.http.route;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The strong entity tag of a versioned resource: {@code "v3"} with its quotes. Source: api 1.6. */
public final class ETag {

    private static final Pattern FORM = Pattern.compile("\"v(0|[1-9][0-9]{0,8})\"");

    private ETag() {}

    public static String of(int version) {
        return "\"v" + version + "\"";
    }

    /** The version that a tag names; empty for {@code *}, a weak tag, a list or anything else. */
    public static Optional<Integer> read(String header) {
        Matcher matcher = FORM.matcher(header.strip());
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
