package io.agencyos.domain.outreach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said in a call, as the vendor wrote it down: who spoke, and the words without those who spoke. Source: api 9.11, outreach 10.9. */
public final class SpokenWords {

    private static final Pattern TURN = Pattern.compile("(?:^|\\s)(AI|Assistant|Bot|User|Customer):\\s*");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ()-]{6,}\\d");
    private static final String REMOVED = "[removed]";
    private static final int SHORTEST_NAME = 2;

    private SpokenWords() {}

    /** Who speaks. */
    public enum Speaker {
        LEAD,
        AGENT
    }

    /** One turn. */
    public record Line(Speaker speaker, String text) {}

    /** The turns in order; words that nobody is named for are left out. */
    public static List<Line> lines(String transcript) {
        List<Line> lines = new ArrayList<>();
        Matcher turn = TURN.matcher(transcript);
        int from = -1;
        Speaker speaker = Speaker.AGENT;
        while (turn.find()) {
            if (from >= 0) {
                add(lines, speaker, transcript.substring(from, turn.start()));
            }
            speaker = turn.group(1).equals("User") || turn.group(1).equals("Customer") ? Speaker.LEAD : Speaker.AGENT;
            from = turn.end();
        }
        if (from >= 0) {
            add(lines, speaker, transcript.substring(from));
        }
        return List.copyOf(lines);
    }

    private static void add(List<Line> lines, Speaker speaker, String text) {
        String said = text.strip();
        if (!said.isEmpty()) {
            lines.add(new Line(speaker, said));
        }
    }

    /** The words without addresses, numbers and these names. */
    public static String withoutPeople(String transcript, Collection<String> names) {
        String left = ADDRESS.matcher(transcript).replaceAll(REMOVED);
        left = NUMBER.matcher(left).replaceAll(REMOVED);
        for (String name : names) {
            if (name.strip().length() >= SHORTEST_NAME) {
                left = Pattern.compile("(?iu)(?<![\\p{L}])" + Pattern.quote(name.strip()) + "(?![\\p{L}])")
                        .matcher(left)
                        .replaceAll(Matcher.quoteReplacement(REMOVED));
            }
        }
        return left;
    }
}
