package io.agencyos.domain.conversation;

import io.agencyos.domain.conversation.SpokenTime.DateOrder;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether somebody on the telephone asks to be called again, and when. Whoever says that they will call themselves, or that
 * nobody needs to, asks for nothing. Source: outreach 10.6.
 */
public final class CallbackWish {

    private static final String CALL = "(?:call|calling|ring|ringing|phone|phoning|try)";
    private static final String WHEN =
            "(?:in|at|on|after|around|before|tomorrow|next|this|monday|tuesday|wednesday|thursday" + "|friday)";

    private static final Pattern ASKED =
            Pattern.compile("\\b" + CALL + " (?:(?:me|us) )?(?:back|later|again (?:on|in|at|next|"
                    + "tomorrow))\\b|\\b" + CALL + " (?:me|us) (?:again )?" + WHEN
                    + "\\b|\\bgive me a (?:call|ring) (?:back|" + WHEN
                    + ")\\b");

    private static final Pattern UNWANTED = Pattern.compile(
            "\\b(?:no need|not?|never|don't|dont|do not|needn't|without|" + "instead of|bother)\\b[^,;]*$");

    private static final Pattern THEMSELVES = Pattern.compile(
            "\\b(?:i'll|i will|we'll|we will|i'd|let me|i can|we can|i could|i may|i might)(?: \\w+){0,2} $");

    private CallbackWish() {}

    /** Whether the words hold such a wish. */
    public static boolean isIn(String words) {
        return asked(sentences(words)).findAny().isPresent();
    }

    /**
     * When: what follows the wish in its sentence, else that sentence, else what is said after it, else what was said before.
     *
     * @param said when and where it was said
     */
    public static Optional<ZonedDateTime> time(String words, ZonedDateTime said, DateOrder order) {
        List<String> sentences = sentences(words);
        return asked(sentences)
                .flatMap(asked -> Stream.concat(
                        Stream.of(
                                sentences.get(asked.sentence()).substring(asked.from()),
                                sentences.get(asked.sentence())),
                        Stream.concat(
                                sentences.stream().skip(asked.sentence() + 1L),
                                sentences.stream().limit(asked.sentence()))))
                .flatMap(part -> SpokenTime.of(part, said, order).stream())
                .findFirst();
    }

    private record Asked(int sentence, int from) {}

    private static Stream<Asked> asked(List<String> sentences) {
        return IntStream.range(0, sentences.size())
                .boxed()
                .flatMap(at -> wish(sentences.get(at)).map(from -> new Asked(at, from)).stream());
    }

    private static Optional<Integer> wish(String sentence) {
        Matcher asked = ASKED.matcher(sentence);
        while (asked.find()) {
            String before = sentence.substring(0, asked.start());
            boolean themselves = THEMSELVES.matcher(before).find()
                    && !asked.group().contains(" me")
                    && !asked.group().contains(" us");
            if (!themselves && !UNWANTED.matcher(before).find()) {
                return Optional.of(asked.start());
            }
        }
        return Optional.empty();
    }

    /** A point ends a sentence where no digit follows and no hour is abbreviated before it. */
    private static List<String> sentences(String words) {
        String plain = words.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("\\b([ap])\\.m\\.?", "$1m")
                .replaceAll("[ \\t]+", " ");
        return Stream.of(plain.split("(?<=[.!?])\\s+|\\n"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
