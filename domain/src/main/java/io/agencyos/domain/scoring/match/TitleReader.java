package io.agencyos.domain.scoring.match;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Authority of a person off title and seniority: a disqualified title first, then the highest band in any
 * segment, then the seniority. Whole words and phrases only, never parts of words. Source: scoring ALS-2.
 */
public final class TitleReader {

    public static final TitleReader INSTANCE = new TitleReader();

    /** A phrase with its words numbered; the exclusions are phrases again. */
    private record Compiled(int points, byte[] words, byte[] notAfter, byte[][] notBefore) {}

    private final WordIndex index = TitleBands.index();
    private final TitleWords words = new TitleWords(index);
    private final Compiled[][] anywhere = byFirstWord(TitleBands.ANYWHERE);
    private final Compiled[] wholeSegment =
            TitleBands.WHOLE_SEGMENT.stream().map(this::compiled).toArray(Compiled[]::new);
    private final byte[][] otherPerson = phrases(TitleBands.OTHER_PERSON);
    private final byte[][] hasDeputies = phrases(TitleBands.HAS_DEPUTIES);
    private final byte[][] studentDepartments = phrases(TitleBands.STUDENT_DEPARTMENTS);
    private final boolean[] past = flags(TitleBands.PAST);
    private final boolean[] disqualifying = flags(TitleBands.DISQUALIFYING);
    private final boolean[] startsOtherPerson = flags(
            TitleBands.OTHER_PERSON.stream().map(phrase -> phrase.split(" ")[0]).toList());
    private final int assistant = index.idOf("assistant");
    private final int student = index.idOf("student");
    private final int senior = index.idOf("senior");
    private final int manager = index.idOf("manager");

    private TitleReader() {}

    public Authority read(@Nullable String title, Seniority seniority) {
        byte[] text = title == null ? null : words.read(title);
        if (text == null || !hasWord(text)) {
            return withoutTitle(seniority);
        }
        boolean deputy = false;
        int band = 0;
        for (int from = 0; text[from] != TitleWords.END_OF_TITLE; ) {
            int to = endOfSegment(text, from);
            for (int i = from; i < to; i++) {
                if (text[i] >= 0 && disqualifying[text[i]]) {
                    if (text[i] == assistant && startsAny(hasDeputies, text, i + 1, to)) {
                        deputy = true;
                    } else if (text[i] != student || !startsAny(studentDepartments, text, i, to)) {
                        return Authority.of(TitleBands.DISQUALIFIED, Authority.Basis.DISQUALIFIED, true);
                    }
                }
            }
            band = Math.max(band, bandOf(text, from, to));
            from = to + 1;
        }
        Authority found = band > 0 ? Authority.of(band, Authority.Basis.BAND, true) : withoutBand(seniority);
        return deputy
                ? Authority.of(Math.min(found.points(), TitleBands.DEPUTY_AT_MOST), Authority.Basis.DEPUTY, true)
                : found;
    }

    private static Authority withoutTitle(Seniority seniority) {
        return seniority == Seniority.UNKNOWN
                ? Authority.of(0, Authority.Basis.NOTHING, false)
                : Authority.of(seniority.authority(), Authority.Basis.SENIORITY, false);
    }

    private static Authority withoutBand(Seniority seniority) {
        return seniority == Seniority.UNKNOWN
                ? Authority.of(TitleBands.UNPLACED, Authority.Basis.UNPLACED, true)
                : Authority.of(seniority.authority(), Authority.Basis.SENIORITY, true);
    }

    private int bandOf(byte[] text, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (text[from] >= 0 && past[text[from]]) {
            return TitleBands.PAST_OFFICE;
        }
        int end = endOfOwnOffice(text, from, to);
        int best = isSeniorManager(text, from, end) ? TitleBands.SENIOR_MANAGER : 0;
        for (int i = from; i < end; i++) {
            if (text[i] >= 0) {
                for (Compiled phrase : anywhere[text[i]]) {
                    if (phrase.points() > best && stands(phrase, text, i, from, end)) {
                        best = phrase.points();
                    }
                }
            }
        }
        for (Compiled phrase : wholeSegment) {
            if (phrase.points() > best
                    && end - from == phrase.words().length
                    && starts(phrase.words(), text, from, end)) {
                best = phrase.points();
            }
        }
        return best;
    }

    /** Where the segment turns to another person; the turning word itself still belongs to it. */
    private int endOfOwnOffice(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] >= 0 && startsOtherPerson[text[i]]) {
                for (byte[] phrase : otherPerson) {
                    if (starts(phrase, text, i, to)) {
                        return i + phrase.length;
                    }
                }
            }
        }
        return to;
    }

    private boolean isSeniorManager(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == senior) {
                int last = Math.min(to - 1, i + 1 + TitleBands.WORDS_BETWEEN_SENIOR_AND_MANAGER);
                for (int j = i + 1; j <= last; j++) {
                    if (text[j] == manager) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean stands(Compiled phrase, byte[] text, int at, int from, int to) {
        if (!starts(phrase.words(), text, at, to)) {
            return false;
        }
        if (at > from) {
            for (byte word : phrase.notAfter()) {
                if (text[at - 1] == word) {
                    return false;
                }
            }
        }
        return !startsAny(phrase.notBefore(), text, at + phrase.words().length, to);
    }

    private static boolean startsAny(byte[][] phrases, byte[] text, int at, int to) {
        for (byte[] phrase : phrases) {
            if (starts(phrase, text, at, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] phrase, byte[] text, int at, int to) {
        if (at + phrase.length > to) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (text[at + i] != phrase[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWord(byte[] text) {
        int at = 0;
        while (text[at] == TitleWords.END_OF_SEGMENT) {
            at++;
        }
        return text[at] != TitleWords.END_OF_TITLE;
    }

    private static int endOfSegment(byte[] text, int from) {
        int to = from;
        while (text[to] != TitleWords.END_OF_SEGMENT) {
            to++;
        }
        return to;
    }

    private Compiled[][] byFirstWord(List<TitleBands.Phrase> phrases) {
        Compiled[][] table = new Compiled[index.size()][];
        for (int word = 0; word < table.length; word++) {
            int first = word;
            table[word] = phrases.stream()
                    .map(this::compiled)
                    .filter(phrase -> phrase.words()[0] == first)
                    .toArray(Compiled[]::new);
        }
        return table;
    }

    private Compiled compiled(TitleBands.Phrase phrase) {
        return new Compiled(
                phrase.points(),
                numbered(phrase.words()),
                numbered(String.join(" ", phrase.notAfter())),
                phrases(phrase.notBefore()));
    }

    private byte[][] phrases(Collection<String> phrases) {
        return phrases.stream().map(this::numbered).toArray(byte[][]::new);
    }

    private byte[] numbered(String phrase) {
        int[] ids = Stream.of(phrase.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToInt(index::idOf)
                .toArray();
        byte[] numbered = new byte[ids.length];
        for (int i = 0; i < ids.length; i++) {
            numbered[i] = (byte) ids[i];
        }
        return numbered;
    }

    private boolean[] flags(Collection<String> phrases) {
        boolean[] flags = new boolean[index.size()];
        phrases.forEach(word -> flags[index.idOf(word)] = true);
        return flags;
    }
}
