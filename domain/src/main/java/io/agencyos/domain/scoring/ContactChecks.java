package io.agencyos.domain.scoring;

import org.jspecify.annotations.Nullable;

/** Cheap checks of stored contact data: does it count, not does it reach anybody. Source: scoring 1.1. */
final class ContactChecks {

    private static final String LINKEDIN = "linkedin.com";
    private static final String PERSON = "in/";
    private static final String USUAL_SPELLING = "https://www.linkedin.com/in/";
    private static final int LONGEST_ADDRESS = 254;

    private ContactChecks() {}

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** A plus, a country code that does not start with 0, 8 to 15 digits in all. */
    static boolean isE164(String phone) {
        int length = phone.length();
        if (length < 9 || length > 16 || phone.charAt(0) != '+' || phone.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (phone.charAt(i) < '0' || phone.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Where the slug of a person's public profile starts in a URL or a stored key; -1 when it is no such profile. */
    static int personSlug(String url) {
        int usual = USUAL_SPELLING.length();
        if (url.startsWith(USUAL_SPELLING) && url.length() > usual && !endsSlug(url.charAt(usual))) {
            return usual;
        }
        int path = 0;
        if (!url.regionMatches(true, 0, PERSON, 0, PERSON.length())) {
            int scheme = url.indexOf("://");
            int host = scheme < 0 ? 0 : scheme + 3;
            int slash = url.indexOf('/', host);
            if (slash < 0 || !isLinkedIn(url, host, slash)) {
                return -1;
            }
            path = slash + 1;
        }
        int slug = path + PERSON.length();
        boolean person = url.regionMatches(true, path, PERSON, 0, PERSON.length())
                && slug < url.length()
                && !endsSlug(url.charAt(slug));
        return person ? slug : -1;
    }

    /** Where a slug ends that starts here. */
    static int slugEnd(String url, int from) {
        int end = from;
        while (end < url.length() && !endsSlug(url.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsSlug(char c) {
        return c == '/' || c == '?' || c == '#' || c <= ' ';
    }

    private static boolean isLinkedIn(String url, int from, int to) {
        int start = to - LINKEDIN.length();
        return start >= from
                && url.regionMatches(true, start, LINKEDIN, 0, LINKEDIN.length())
                && (start == from || url.charAt(start - 1) == '.');
    }

    /** A plausible address that is not the work address once more. */
    static boolean isOtherAddress(String personal, @Nullable String work) {
        String address = personal.strip();
        return isAddress(address) && (work == null || !address.equalsIgnoreCase(work.strip()));
    }

    private static boolean isAddress(String address) {
        int at = address.indexOf('@');
        int dot = address.lastIndexOf('.');
        if (address.length() > LONGEST_ADDRESS
                || at < 1
                || at != address.lastIndexOf('@')
                || dot < at + 2
                || dot == address.length() - 1) {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c == ',' || c == ';' || c == '<' || c == '>') {
                return false;
            }
        }
        return true;
    }
}
