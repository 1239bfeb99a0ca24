package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public LinkedIn page of a person or a company, known by its slug in lower case. Sales Navigator links and internal
 * member ids are no identity and are refused. Source: data model 3 ({@code linkedin_key}).
 *
 * @param slug the page's own name, percent-decoded
 */
public record LinkedInUrl(Page page, String slug) {

    private static final int MAX_LENGTH = 200;
    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{So}_.&'’,+~!-]{0,199}");
    private static final Pattern MEMBER_ID = Pattern.compile("AC[a-zA-Z]AA[A-Za-z0-9_-]+");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:https?:)?//");
    private static final Pattern QUERY = Pattern.compile("[?#]");
    private static final Pattern SLASHES = Pattern.compile("/+");
    private static final Pattern HOST = Pattern.compile("(?i)^(?:[a-z0-9-]+\\.)*linkedin\\.com(?::[0-9]+)?$");

    /** What the page shows; the word is the path before the slug. */
    public enum Page {
        /** A person's profile. */
        PERSON("in"),
        /** A company's page. */
        COMPANY("company");

        private final String path;

        Page(String path) {
            this.path = path;
        }

        static Optional<Page> ofPath(String path) {
            for (Page page : values()) {
                if (page.path.equalsIgnoreCase(path)) {
                    return Optional.of(page);
                }
            }
            return Optional.empty();
        }
    }

    /** Only for a slug that is already normal; everything else goes through {@link #parse} or {@link #ofKey}. */
    public LinkedInUrl {
        if (!normalise(slug).filter(slug::equals).isPresent()) {
            throw new IllegalArgumentException("not a normalised LinkedIn slug");
        }
    }

    /** Reads a link of any LinkedIn host, with or without scheme, query and further path. */
    public static Result<LinkedInUrl, InputProblem> parse(String text) {
        String rest = QUERY.split(SCHEME.matcher(text.strip()).replaceFirst(""), 2)[0];
        String[] segments = SLASHES.split(rest);
        if (segments.length < 3 || !HOST.matcher(segments[0]).matches()) {
            return Result.err(InputProblem.linkedIn("A LinkedIn link looks like https://www.linkedin.com/in/name."));
        }
        return Page.ofPath(segments[1])
                .flatMap(page -> decode(segments[2]).flatMap(slug -> of(page, slug)))
                .<Result<LinkedInUrl, InputProblem>>map(Result::ok)
                .orElseGet(() -> Result.err(InputProblem.linkedIn(
                        "Only public profiles (/in/…) and company pages (/company/…) identify somebody.")));
    }

    /** Whether the address is one of LinkedIn's at all: a page of somebody's or one that identifies nobody. */
    public static boolean isOnLinkedIn(String text) {
        return HOST.matcher(SLASHES.split(SCHEME.matcher(text.strip()).replaceFirst(""), 2)[0])
                .matches();
    }

    /** Reads the stored form, {@code in/jane-doe-12} or {@code company/acme}. */
    public static Optional<LinkedInUrl> ofKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Page.ofPath(key.substring(0, slash)).flatMap(page -> of(page, key.substring(slash + 1)));
    }

    /** The identity key: {@code in/jane-doe-12}. */
    public String key() {
        return page.path + "/" + slug;
    }

    /** The link as shown and as given to vendors; letters beyond ASCII are percent-encoded. */
    public String url() {
        return "https://www.linkedin.com/" + page.path + "/" + encode(slug);
    }

    /** True for a person's profile, the only kind that makes a lead reachable. */
    public boolean isPerson() {
        return page == Page.PERSON;
    }

    private static Optional<LinkedInUrl> of(Page page, String slug) {
        return MEMBER_ID.matcher(slug).matches()
                ? Optional.empty()
                : normalise(slug).map(name -> new LinkedInUrl(page, name));
    }

    private static Optional<String> normalise(String slug) {
        if (isPlain(slug)) {
            return Optional.of(slug);
        }
        String name = Normalizer.normalize(slug.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return Optional.of(name).filter(text -> SLUG.matcher(text).matches());
    }

    /** Nearly every slug there is: lower-case ASCII words between dashes. It is normal as it stands. */
    private static boolean isPlain(String slug) {
        for (int i = 0; i < slug.length(); i++) {
            char c = slug.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '-' || i == 0)) {
                return false;
            }
        }
        return !slug.isEmpty() && slug.length() <= MAX_LENGTH;
    }

    private static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : Optional.empty();
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            boolean escape = in[i] == '%';
            int high = escape && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = escape && i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (escape && (high < 0 || low < 0)) {
                return Optional.empty();
            }
            out[length++] = escape ? (byte) (high << 4 | low) : in[i];
            i += escape ? 2 : 0;
        }
        String decoded = new String(out, 0, length, StandardCharsets.UTF_8);
        return decoded.indexOf('\uFFFD') < 0 ? Optional.of(decoded) : Optional.empty();
    }

    private static String encode(String slug) {
        var out = new StringBuilder();
        for (byte b : slug.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || "-_.~".indexOf(b) >= 0;
            out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return out.toString();
    }
}
