package io.agencyos.bootstrap.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The walk-through as it is written down: requests with what must come back, and what happens meanwhile. */
final class Script {

    private static final Pattern REQUEST =
            Pattern.compile("> ([A-Z]+) (\\S+)(?: ([a-z]+\\.csv))?(?: (\\{.*}))?(?: \\[(key|etag)(?: (\\w+))?])?");
    private static final Pattern EXPECTED = Pattern.compile("< (\\d+) (\\{.*})( replayed)?");

    /** A line of the script. */
    sealed interface Line {

        /**
         * @param file of an upload, empty for none
         * @param body empty for none
         * @param flag {@code key}, {@code etag} or empty
         * @param key under which name an Idempotency-Key is kept, empty for a fresh one
         */
        record Request(
                String chapter,
                String method,
                String path,
                String file,
                String body,
                String flag,
                String key,
                int status,
                String expected,
                boolean replayed)
                implements Line {

            boolean writes() {
                return !method.equals("GET");
            }
        }

        record Event(String what, String detail) implements Line {}
    }

    private Script() {}

    static List<Line> read() {
        List<Line> lines = new ArrayList<>();
        String chapter = "";
        Matcher request = null;
        for (String text : resource("script.txt").lines().toList()) {
            if (text.startsWith("== ")) {
                chapter = text.substring(3);
            } else if (text.startsWith("! ")) {
                String[] words = text.substring(2).split(" ", 2);
                lines.add(new Line.Event(words[0], words.length > 1 ? words[1] : ""));
            } else if (text.startsWith("> ")) {
                request = matched(REQUEST, text);
            } else if (text.startsWith("< ")) {
                lines.add(line(chapter, Objects.requireNonNull(request), matched(EXPECTED, text)));
            }
        }
        return lines;
    }

    private static Line line(String chapter, Matcher request, Matcher expected) {
        return new Line.Request(
                chapter,
                request.group(1),
                request.group(2),
                Objects.requireNonNullElse(request.group(3), ""),
                Objects.requireNonNullElse(request.group(4), ""),
                Objects.requireNonNullElse(request.group(5), ""),
                Objects.requireNonNullElse(request.group(6), ""),
                Integer.parseInt(expected.group(1)),
                expected.group(2),
                expected.group(3) != null);
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("cannot be read: " + text);
        }
        return matcher;
    }

    static String resource(String name) {
        try (InputStream file = Script.class.getResourceAsStream("/walkthrough/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
