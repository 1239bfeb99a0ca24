package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a subject line is like; several may apply, and exactly one of the three lengths does. Source: CIS 3.1. */
public enum SubjectPattern implements Vocabulary {
    QUESTION_ABOUT,
    QUICK_QUESTION,
    REPLY_STYLE,
    NAME_DASH,
    IDEA_FOR,
    THOUGHT_ABOUT,
    ENDS_QUESTION,
    CASUAL_GREETING,
    INTRODUCTION,
    PARTNERSHIP,
    OPPORTUNITY,
    CONGRATULATORY,
    PERSONALIZED,
    SHORT,
    MEDIUM,
    LONG;

    private static final int LONGEST_SHORT = 3;
    private static final int LONGEST_MEDIUM = 6;

    private record ByPhrase(SubjectPattern pattern, List<WordText.Phrase> phrases) {

        ByPhrase(SubjectPattern pattern, String... phrases) {
            this(pattern, Stream.of(phrases).map(WordText.Phrase::of).toList());
        }
    }

    private static final List<ByPhrase> BY_PHRASE = List.of(
            new ByPhrase(QUESTION_ABOUT, "question about", "question on"),
            new ByPhrase(QUICK_QUESTION, "quick question"),
            new ByPhrase(IDEA_FOR, "idea for", "ideas for"),
            new ByPhrase(THOUGHT_ABOUT, "thought about", "thoughts on"),
            new ByPhrase(INTRODUCTION, "intro", "introduction", "introducing"),
            new ByPhrase(PARTNERSHIP, "partner", "partnership", "collaboration"),
            new ByPhrase(OPPORTUNITY, "opportunity"),
            new ByPhrase(CONGRATULATORY, "congrats", "congratulations"));

    /**
     * The patterns of a subject.
     *
     * @param personalised the generator put a personalisation field into subject or body
     */
    public static Set<SubjectPattern> of(String subject, String firstName, String company, boolean personalised) {
        var found = EnumSet.noneOf(SubjectPattern.class);
        WordText words = WordText.of(subject);
        BY_PHRASE.stream()
                .filter(rule -> rule.phrases().stream().anyMatch(words::contains))
                .forEach(rule -> found.add(rule.pattern()));
        String lower = subject.strip().toLowerCase(Locale.ROOT);
        add(found, REPLY_STYLE, lower.startsWith("re:"));
        add(found, NAME_DASH, Stream.of(firstName, company).anyMatch(name -> startsWithNameAndDash(lower, name)));
        add(found, ENDS_QUESTION, lower.endsWith("?"));
        add(found, CASUAL_GREETING, lower.matches("(?s)(?:hi|hey|hello)\\b.*"));
        add(found, PERSONALIZED, personalised);
        int length = ChannelBounds.words(subject);
        found.add(length <= LONGEST_SHORT ? SHORT : length <= LONGEST_MEDIUM ? MEDIUM : LONG);
        return Set.copyOf(found);
    }

    private static boolean startsWithNameAndDash(String subject, String name) {
        String start = name.strip().toLowerCase(Locale.ROOT);
        return !start.isEmpty()
                && subject.startsWith(start)
                && subject.substring(start.length()).matches("(?s)\\s*[-\u2013\u2014].*");
    }

    private static void add(Set<SubjectPattern> found, SubjectPattern pattern, boolean applies) {
        if (applies) {
            found.add(pattern);
        }
    }
}
