package io.agencyos.adapters.out.vendorhttp;

import java.util.regex.Pattern;

/** Takes secrets, addresses and numbers out of a vendor's words before they are kept or logged. Source: vendors/index 6. */
public final class Redaction {

    private static final int LONGEST = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\"'<>/*]+@[^\\s@\"'<>/]+");
    private static final Pattern PAIR = Pattern.compile(
            "(?i)(api[_-]?key|token|secret|password|authorization)([\"']?\\s*[=:]\\s*[\"']?)(?:bearer\\s+)?[^\\s\"'&,;]+");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\s+[^\\s\"',;]+");
    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s@]+@");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()-]{6,}\\d");

    private Redaction() {}

    /** The text on one line, at most 200 characters, without anything that looks like a secret or a person. */
    public static String clean(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        line = USER_INFO.matcher(line).replaceAll("://***@");
        line = PAIR.matcher(line).replaceAll("$1$2***");
        line = BEARER.matcher(line).replaceAll("Bearer ***");
        line = ADDRESS.matcher(line).replaceAll("<address>");
        line = PHONE.matcher(line).replaceAll("<number>");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
