package io.agencyos.domain.conversation.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of words that patterns name in capitals: weekdays, dates, times, names, addresses. Source: content 4.4. */
final class WordClass {

    static final String EMAIL_TOKEN = "emailtoken";
    static final String PHONE_TOKEN = "phonetoken";
    static final String URL_TOKEN = "urltoken";

    private static final String WEEKDAYS =
            "monday|mon|tuesday|tue|tues|wednesday|wed|weds|thursday|thu|thur|thurs|friday|fri|saturday|sunday";
    private static final String MONTHS = "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug"
            + "|september|sep|sept|october|oct|november|nov|december|dec";

    /** Words that carry a capital for grammar's sake, or name a day, and so name nobody. */
    private static final Set<String> NO_NAMES = Arrays.stream(
                    ("""
                        i me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their
                        this that these those the a an and or but if when who what where why how which not no yes please thanks
                        thank hi hello hey dear sorry also just so as at by for from in into of on to with is are was were be been
                        do does did can could would will shall may might should must have has had there here someone somebody
                        nobody everyone anyone one all any both each everything nothing currently cheers regards yeah nah sure ok
                        okay email contact try ask call message speak talk reach forward send direct
                        emailtoken phonetoken urltoken\s\
                        """ + WEEKDAYS.replace('|', ' ') + " " + MONTHS.replace('|', ' ')).split("\\s+"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, WordPattern.Node> CLASSES = new HashMap<>();

    static {
        define("NUM", (words, at) -> isNumber(words.at(at)));
        define("DAYNUM", (words, at) -> numberBetween(words.at(at), 1, 31));
        define("HOUR", (words, at) -> numberBetween(words.at(at), 0, 23));
        define("MINUTE", (words, at) -> words.at(at).length() == 2 && numberBetween(words.at(at), 0, 59));
        define("NAME", WordClass::isName);
        define("EMAIL", (words, at) -> words.at(at).equals(EMAIL_TOKEN));
        define("PHONE", (words, at) -> words.at(at).equals(PHONE_TOKEN));
        define("OPTOUTWORD", OptOutWord::isAt);
        define("HASHED", (words, at) -> words.at(at).startsWith("#"));
        define("W", WEEKDAYS);
        define("MONTH", MONTHS);
        define("DATE", "[the] [next] (W|tomorrow|DAYNUM [of] MONTH|MONTH [the] DAYNUM|NUM NUM)");
        define("DAY", "W|tomorrow|today|next week|[this] (morning|afternoon)");
        define("TIME", "NUM (am|pm)|at NUM|HOUR MINUTE|noon|after NUM");
        define("VERB", "talk|speak|chat|reach out|get in touch|touch base|connect|contact|email|try|message");
        define(
                "COMM",
                "email|emails|emailing|emailed|e mail|e mails|e mailing|message|messages|messaging|messaged|text|texts"
                        + "|texting|texted|call|calls|calling|called|contact|contacts|contacting|contacted|mail|mails"
                        + "|mailing|mailed|correspondence|communication|communications|marketing|newsletter|newsletters"
                        + "|campaigns|these");
    }

    private WordClass() {}

    /** Whether a word written with a capital is one of grammar, of a day or of a month. */
    static boolean namesNobody(String word) {
        return NO_NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    static WordPattern.Node named(String name) {
        WordPattern.Node node = CLASSES.get(name);
        if (node == null) {
            throw new IllegalArgumentException("no such class of words: " + name);
        }
        return node;
    }

    /** A word written with a capital that can be a person's name. */
    static boolean isName(Words words, int at) {
        String written = words.written().get(at);
        return Character.isUpperCase(written.charAt(0))
                && !NO_NAMES.contains(words.at(at))
                && (written.length() == 1 || !written.equals(written.toUpperCase(Locale.ROOT)));
    }

    private static void define(String name, WordPattern.OneWord test) {
        CLASSES.put(name, test);
    }

    private static void define(String name, String notation) {
        WordPattern pattern = WordPattern.of(notation);
        CLASSES.put(name, new Inner(pattern));
    }

    /** A class that is a pattern itself. */
    private record Inner(WordPattern pattern) implements WordPattern.Node {

        @Override
        public long step(Words words, int start, long offsets) {
            long reached = 0;
            for (long rest = offsets; rest != 0; rest &= rest - 1) {
                int offset = Long.numberOfTrailingZeros(rest);
                if (start + offset <= words.size()) {
                    reached |= pattern.lengthsAt(words, start + offset) << offset;
                }
            }
            return reached;
        }

        @Override
        public WordPattern.Opening opening() {
            return pattern.opening();
        }
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean numberBetween(String word, int low, int high) {
        return isNumber(word) && word.length() <= 2 && Integer.parseInt(word) >= low && Integer.parseInt(word) <= high;
    }
}
